import type { RulesInForce } from '#knowledge';
import { type LoadedPack, type Rule } from '#triage';
import type { PageView } from '../../http/page-renderer.js';
import { formatDate, plural } from '../../views/filters.js';
import type { RulesQuery } from '../../api/rules/rule-packs.dto.js';
import { ruleWords } from './rule-words.js';

/** The rules in force as tables, one for each route. */
export function guidanceView(
  { pack, version }: RulesInForce,
  query: RulesQuery,
  reader: { today: string; mayChange: boolean },
): PageView {
  const shown = pack.compiled.rules
    .filter(({ restsOn }) => !query.fact || restsOn.includes(query.fact))
    .map(({ item }) => item)
    .filter((rule) => !query.route || namesRoute(rule, query.route));
  return {
    page: { title: 'Rules of triage' },
    intro: introOf(pack, version),
    mayChange: reader.mayChange,
    found: plural(shown.length, 'rule'),
    groups: groupsOf(pack, shown, reader.today),
    routes: pack.routes.map(({ id, name }) => ({ value: id, text: name })),
    facts: pack.compiled.facts.size > 0 ? factOptions(pack) : [],
    values: { route: query.route ?? '', fact: query.fact ?? '' },
    emptyList: {
      text: 'No rule fits that choice.',
      href: '/guidance/rules',
      linkText: 'Show all rules',
    },
  };
}

/** Tables of rules by the route that they propose first; those that propose none stand at the end. */
export function groupsOf(pack: LoadedPack, rules: readonly Rule[], today: string) {
  const rows = (of: readonly Rule[]) => of.map((rule) => ruleWords(rule, pack, today));
  const byPriority = (a: Rule, b: Rule) => (a.priority ?? 0) - (b.priority ?? 0);
  const groups = pack.routes.map(({ id, name, sentence }) => ({
    id,
    title: name,
    sentence,
    rules: rows(rules.filter(({ primary }) => primary === id).toSorted(byPriority)),
  }));
  const others = {
    id: 'others',
    title: 'Rules that add, bar or start a clock',
    sentence: 'They propose no route of their own: they go with whatever route is recommended.',
    rules: rows(rules.filter(({ primary }) => primary === null)),
  };
  return [...groups, others].filter((group) => group.rules.length > 0);
}

function introOf(pack: LoadedPack, version: RulesInForce['version']): string {
  if (!version?.publishedAt) {
    return `These are the rules that come with Parapet, version ${pack.version}, checked on ${formatDate(pack.checkedOn)}.`;
  }
  return `Version ${version.number} of this organisation, proposed by ${version.proposedByName} and published by ${version.publishedByName} on ${formatDate(version.publishedAt)}. Advice names it as ${pack.version}.`;
}

function namesRoute({ primary, also, never }: Rule, route: string): boolean {
  return primary === route || [...also, ...never].some((id) => id === route);
}

function factOptions(pack: LoadedPack) {
  const read = new Set(pack.compiled.factsRead);
  return pack.facts
    .filter(({ name }) => read.has(name))
    .map(({ name, question }) => ({ value: name, text: question }));
}

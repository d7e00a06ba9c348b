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
  const isChosen = Boolean(query.route || query.fact);
  const shown = isChosen ? chosenRules(pack, query) : [];
  return {
    page: { title: 'Rules of triage' },
    intro: introOf(pack, version),
    mayChange: reader.mayChange,
    isChosen,
    found: plural(isChosen ? shown.length : pack.rules.length, 'rule'),
    overview: isChosen ? null : overviewOf(pack),
    groups: groupsOf(pack, shown, reader.today),
    routes: [
      { value: ALL, text: 'All rules, to read or print as a whole' },
      ...pack.routes.map(({ id, name }) => ({ value: id, text: name })),
    ],
    facts: factOptions(pack),
    values: { route: query.route ?? '', fact: query.fact ?? '' },
    emptyList: {
      text: 'No rule fits that choice.',
      href: '/guidance/rules',
      linkText: 'Show the routes',
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

/** The choice of every route; too long a page to begin with. */
const ALL = 'all';

function chosenRules(pack: LoadedPack, { route, fact }: RulesQuery): Rule[] {
  return pack.compiled.rules
    .filter(({ restsOn }) => !fact || restsOn.includes(fact))
    .map(({ item }) => item)
    .filter((rule) => !route || route === ALL || namesRoute(rule, route));
}

/** Each route with how many rules name it. */
function overviewOf(pack: LoadedPack) {
  return {
    caption: 'Routes, and how many rules name each',
    captionHidden: true,
    columns: [{ text: 'Route' }, { text: 'What it is' }, { text: 'Rules', numeric: true }],
    rows: pack.routes.map(({ id, name, sentence }) => ({
      cells: [
        { text: name, href: `/guidance/rules?route=${id}` },
        { text: sentence },
        { text: String(pack.rules.filter((rule) => namesRoute(rule, id)).length) },
      ],
    })),
  };
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

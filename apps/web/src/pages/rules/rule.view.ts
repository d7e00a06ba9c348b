import { NotFound } from '#kernel';
import { type RulePackReview, writeRulesFile } from '#knowledge';
import { type ConditionFault, type LoadedPack, RULE_PACK, type Rule } from '#triage';
import type { PageView } from '../../http/page-renderer.js';
import {
  conditionFaultWords,
  deadlineTitle,
  routeOrAct,
  type Vocabulary,
  whenSentence,
} from './rule-words.js';

/** The form of one rule of a version that is being prepared. @throws NotFound `rule-not-found` */
export function ruleView({ found, pack }: RulePackReview, name: string): PageView {
  const rule = found.content.rules.find(({ id }) => id === name);
  if (!rule && name !== 'new') throw new NotFound('rule-not-found', 'We could not find that rule.');
  const base = `/admin/rules/packs/${found.id}`;
  return {
    page: {
      title: rule ? `Rule ${rule.id}` : 'Add a rule',
      backLink: { href: base, text: `Version ${found.number}` },
    },
    action: `${base}/rules/${name}`,
    checkHref: `${base}/condition`,
    version: found.version,
    saidNow: rule && whenSentence(rule.when, pack),
    routes: pack.routes.map(({ id, name: text }) => ({ value: id, text })),
    barred: [...pack.routes, ...pack.acts].map(({ id }) => ({ value: id, text: routeOrAct(id) })),
    deadlines: pack.deadlines.map((id) => ({ value: id, text: deadlineTitle(id) })),
    vocabulary: vocabularyOf(pack),
    values: rule ? valuesOf(rule) : {},
  };
}

/** The form that takes a whole file. */
export function ruleFileView({ found }: RulePackReview): PageView {
  const base = `/admin/rules/packs/${found.id}`;
  return {
    page: {
      title: 'Take the rules from a file',
      backLink: { href: base, text: `Version ${found.number}` },
    },
    action: `${base}/upload`,
    fileHref: `${base}/file`,
    version: found.version,
    values: { file: writeRulesFile(found.content) },
  };
}

/** A condition as it is typed: what it says, or where it cannot be read. */
export function conditionAnswer(
  when: string,
  pack: Vocabulary,
  fault: ConditionFault | undefined,
): { fault: string | null; words: string | null } {
  if (fault) return { fault: conditionFaultWords(when, fault.reason, fault.at), words: null };
  return { fault: null, words: whenSentence(when, pack) };
}

function valuesOf({ priority, primary, cites, ...rule }: Rule) {
  return { ...rule, priority: priority ?? '', primary: primary ?? '', cites: cites.join(' ') };
}

/** Every name that a condition may use, with what it means and its choices. */
function vocabularyOf(pack: LoadedPack) {
  const facts = RULE_PACK.facts.map((fact) => ({
    name: fact.name,
    meaning: fact.meaning,
    values: fact.type === 'enum' ? fact.values.join(', ') : TYPE_WORDS[fact.type],
  }));
  const derived = pack.derived.map(({ name, meaning }) => ({
    name,
    meaning,
    values: TYPE_WORDS.bool,
  }));
  return [...facts, ...derived];
}

const TYPE_WORDS = { bool: 'true or false', number: 'a number', 'number|null': 'a number or None' };

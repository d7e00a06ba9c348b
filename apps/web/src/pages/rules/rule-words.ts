import { findDeadlineRule } from '#deadlines';
import { citationLabel, isCitationKey, JURISDICTIONS, resolveCitation } from '#guidance';
import {
  conditionSentence,
  conditionWords,
  type ConditionWords,
  ExpressionFault,
  parseExpression,
  RULE_PACK,
  type RulePack,
  type Rule,
} from '#triage';

/** The words that rules are said in: those of their facts, and of facts worked out from facts. */
export type Vocabulary = Pick<RulePack, 'facts' | 'derived'>;

/** A rule as people read it. */
export interface RuleWords {
  readonly id: string;
  readonly when: ConditionWords;
  readonly primary: string | null;
  readonly priority: number | null;
  readonly also: readonly string[];
  readonly never: readonly string[];
  readonly deadlines: readonly string[];
  readonly why: string;
  readonly sources: readonly { readonly label: string; readonly gist: string }[];
}

/** Says a rule in words. @param on civil date whose editions are cited */
export function ruleWords(rule: Rule, pack: Vocabulary, on: string): RuleWords {
  const { id, priority, primary, also, never, deadlines, why, cites } = rule;
  return {
    id,
    when: whenWords(rule.when, pack),
    primary: primary === null ? null : routeOrAct(primary),
    priority,
    also: also.map(routeOrAct),
    never: never.map(routeOrAct),
    deadlines: deadlines.map(deadlineTitle),
    why,
    sources: cites.filter(isCitationKey).map((key) => {
      const citation = resolveCitation(key, on);
      return { label: citationLabel(citation), gist: citation.gist };
    }),
  };
}

/** A condition as one line; as it is written where it cannot be read. */
export function whenSentence(source: string, pack: Vocabulary): string {
  return conditionSentence(whenWords(source, pack));
}

/** Name of a route, or the sentence of an act that is barred. */
export function routeOrAct(id: string): string {
  const route = RULE_PACK.routes.find((one) => one.id === id);
  return route?.name ?? RULE_PACK.acts.find((one) => one.id === id)?.sentence ?? id;
}

/** Title of a clock, and where it runs unless that is everywhere: several have the same title. */
export function deadlineTitle(id: string): string {
  const rule = findDeadlineRule(id);
  if (!rule) return id;
  if (rule.jurisdictions.length === Object.keys(JURISDICTIONS).length) return rule.title;
  return `${rule.title} (${rule.jurisdictions.map((key) => JURISDICTIONS[key]).join(', ')})`;
}

/** Where a condition cannot be read, in words. @param at offset in the source */
export function conditionFaultWords(source: string, reason: string, at: number): string {
  const before = source.slice(Math.max(0, at - 25), at).trim();
  const after = before === '' ? 'At the beginning' : `After “${before}” (character ${at + 1})`;
  return `${after}: ${reason}`;
}

function whenWords(source: string, pack: Vocabulary): ConditionWords {
  try {
    return conditionWords(parseExpression(source), pack);
  } catch (fault) {
    if (!(fault instanceof ExpressionFault)) throw fault;
    return { kind: 'one', text: source };
  }
}

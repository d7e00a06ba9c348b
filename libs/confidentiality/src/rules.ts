import type { Category, Finding, Severity } from './model.js';

/** Words that go with every finding of a rule. */
export interface RuleText {
  readonly rule: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly why: string;
  /** Key of the guidance library. */
  readonly citation: string;
  readonly suggestion: string;
}

/** Makes the finding of a rule at a place of the original text. */
export function findingOf(rule: RuleText, [start, end]: readonly [number, number]): Finding {
  const { category, severity, why, citation, suggestion } = rule;
  return { rule: rule.rule, start, end, category, severity, why, citation, suggestion };
}

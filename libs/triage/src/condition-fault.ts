import { typeOfFact } from './compiled-pack.js';
import { parseExpression } from './expression-parser.js';
import { checkCondition, type ValueType } from './expression-types.js';
import { ExpressionFault } from './expression.js';
import type { RulePack } from './pack.js';

/** What is wrong with a condition; `at` is the offset in its source, in UTF-16 units from 0. */
export interface ConditionFault {
  readonly reason: string;
  readonly at: number;
}

/** The first fault of a condition over the facts of a pack; undefined where it has none. */
export function faultOfCondition(
  source: string,
  pack: Pick<RulePack, 'facts' | 'derived'>,
): ConditionFault | undefined {
  const types = new Map<string, ValueType>([
    ...pack.facts.map((fact) => [fact.name, typeOfFact(fact)] as const),
    ...pack.derived.map(({ name }) => [name, { kind: 'bool' }] as const),
  ]);
  try {
    checkCondition(parseExpression(source), types);
    return undefined;
  } catch (fault) {
    if (!(fault instanceof ExpressionFault)) throw fault;
    return { reason: fault.reason, at: fault.at };
  }
}

export type Scalar = boolean | string | number | null;

export type Comparison = '==' | '!=' | '<=' | '>=' | '<' | '>';

/** One part of an expression; `at` is the offset in the source, in UTF-16 units from 0. */
export type Expression =
  | { kind: 'literal'; value: Scalar; at: number }
  | { kind: 'name'; name: string; at: number }
  | { kind: 'not'; operand: Expression; at: number }
  | { kind: 'and' | 'or'; operands: readonly Expression[]; at: number }
  | { kind: 'compare'; operator: Comparison; left: Expression; right: Expression; at: number }
  | { kind: 'in'; negated: boolean; operand: Expression; members: readonly Scalar[]; at: number }
  | { kind: 'is-none'; negated: boolean; operand: Expression; at: number };

/** An expression that cannot be read; `at` is the offset of the fault in its source. */
export class ExpressionFault extends Error {
  override readonly name = 'ExpressionFault';

  constructor(
    readonly reason: string,
    readonly at: number,
  ) {
    super(`${reason} (at ${at})`);
  }
}

/**
 * The value of an expression for the given facts, which hold every name it uses.
 *
 * A comparison by order with nothing (None) on either side is false.
 * @throws ExpressionFault for a name that the facts do not hold
 */
export function evaluate(expression: Expression, facts: Readonly<Record<string, Scalar>>): Scalar {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'name':
      return valueOf(expression, facts);
    case 'not':
      return !evaluate(expression.operand, facts);
    case 'and':
      return expression.operands.every((operand) => evaluate(operand, facts));
    case 'or':
      return expression.operands.some((operand) => evaluate(operand, facts));
    case 'compare':
      return compare(expression, facts);
    case 'in':
      return (
        expression.members.includes(evaluate(expression.operand, facts)) !== expression.negated
      );
    case 'is-none':
      return (evaluate(expression.operand, facts) === null) !== expression.negated;
  }
}

/** The names that an expression uses, each once. */
export function namesIn(expression: Expression): readonly string[] {
  return [
    ...new Set(partsOf(expression).flatMap((part) => (part.kind === 'name' ? part.name : []))),
  ];
}

/** An expression and all that it is made of, outermost first. */
export function partsOf(expression: Expression): readonly Expression[] {
  return [expression, ...childrenOf(expression).flatMap(partsOf)];
}

/** What an expression is made of directly. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'and':
    case 'or':
      return expression.operands;
    case 'compare':
      return [expression.left, expression.right];
    default:
      return [expression.operand];
  }
}

function valueOf(
  { name, at }: Extract<Expression, { kind: 'name' }>,
  facts: Readonly<Record<string, Scalar>>,
): Scalar {
  const value = facts[name];
  if (!isScalar(value)) throw new ExpressionFault(`unknown name ${name}`, at);
  return value;
}

/** False also for what every object inherits under a name, such as `toString`. */
function isScalar(value: unknown): value is Scalar {
  if (value === null) return true;
  return typeof value === 'boolean' || typeof value === 'string' || typeof value === 'number';
}

function compare(
  { operator, left, right }: Extract<Expression, { kind: 'compare' }>,
  facts: Readonly<Record<string, Scalar>>,
): boolean {
  const a = evaluate(left, facts);
  const b = evaluate(right, facts);
  if (operator === '==') return a === b;
  if (operator === '!=') return a !== b;
  if (typeof a !== 'number' || typeof b !== 'number') return false;
  return ORDER[operator](a, b);
}

const ORDER: Record<'<=' | '>=' | '<' | '>', (a: number, b: number) => boolean> = {
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
};

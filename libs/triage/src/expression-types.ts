import { ExpressionFault, type Expression, type Scalar } from './expression.js';

/** What a name or a part of an expression can be. */
export type ValueType =
  | { kind: 'bool' }
  | { kind: 'number'; nullable: boolean }
  | { kind: 'enum'; values: readonly string[] };

/** The types of the names that an expression may use. */
export type NameTypes = ReadonlyMap<string, ValueType>;

type PartType = ValueType | { kind: 'string'; value: string } | { kind: 'none' };

/**
 * Checks that an expression is true or false and compares like with like, only with names that are
 * known and members that an enum has.
 *
 * @throws ExpressionFault at the first part that is wrong
 */
export function checkCondition(expression: Expression, names: NameTypes): void {
  if (typeOf(expression, names).kind !== 'bool') {
    throw new ExpressionFault('not true or false', expression.at);
  }
}

function typeOf(expression: Expression, names: NameTypes): PartType {
  switch (expression.kind) {
    case 'literal':
      return typeOfLiteral(expression.value);
    case 'name':
      return typeOfName(expression.name, expression.at, names);
    case 'not':
      checkCondition(expression.operand, names);
      return BOOL;
    case 'and':
    case 'or':
      for (const operand of expression.operands) checkCondition(operand, names);
      return BOOL;
    case 'compare':
      checkComparison(expression, names);
      return BOOL;
    case 'in':
      checkMembers(expression, typeOf(expression.operand, names));
      return BOOL;
    case 'is-none':
      checkNullable(expression, typeOf(expression.operand, names));
      return BOOL;
  }
}

const BOOL: ValueType = { kind: 'bool' };

function typeOfLiteral(value: Scalar): PartType {
  if (value === null) return { kind: 'none' };
  if (typeof value === 'string') return { kind: 'string', value };
  return typeof value === 'number' ? { kind: 'number', nullable: false } : BOOL;
}

function typeOfName(name: string, at: number, names: NameTypes): ValueType {
  const type = names.get(name);
  if (type === undefined) throw new ExpressionFault(`unknown name ${name}`, at);
  return type;
}

function checkComparison(
  { operator, left, right, at }: Extract<Expression, { kind: 'compare' }>,
  names: NameTypes,
): void {
  const a = typeOf(left, names);
  const b = typeOf(right, names);
  if (a.kind === 'number' && b.kind === 'number') return;
  const isEquality = operator === '==' || operator === '!=';
  if (!isEquality) throw new ExpressionFault(`${operator} needs numbers`, at);
  if (a.kind === 'bool' && b.kind === 'bool') return;
  if (a.kind === 'enum' && b.kind === 'string') return checkMember(a, b.value, right.at);
  throw new ExpressionFault(`cannot compare ${a.kind} with ${b.kind}`, at);
}

function checkMembers({ members, at }: Extract<Expression, { kind: 'in' }>, type: PartType): void {
  if (type.kind !== 'enum') throw new ExpressionFault('in needs a choice before it', at);
  for (const member of members) checkMember(type, member, at);
}

function checkMember(type: Extract<ValueType, { kind: 'enum' }>, value: Scalar, at: number): void {
  if (typeof value === 'string' && type.values.includes(value)) return;
  throw new ExpressionFault(`${JSON.stringify(value)} is not among the choices`, at);
}

function checkNullable({ at }: Extract<Expression, { kind: 'is-none' }>, type: PartType): void {
  if (type.kind === 'number' && type.nullable) return;
  throw new ExpressionFault('is None needs a number that may be missing', at);
}

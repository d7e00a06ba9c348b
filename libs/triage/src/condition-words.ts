import type { Comparison, Expression, Scalar } from './expression.js';
import type { FactDefinition, RulePack } from './pack.js';

/** A condition in words: one statement, or several of which all or any must hold. */
export type ConditionWords =
  | { readonly kind: 'one'; readonly text: string }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly ConditionWords[] };

type Vocabulary = Pick<RulePack, 'facts' | 'derived'>;

/** Says a condition in the words of the facts that it rests on. */
export function conditionWords(condition: Expression, pack: Vocabulary): ConditionWords {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const kind = condition.kind === 'and' ? 'all' : 'any';
      return joined(
        kind,
        condition.operands.map((part) => conditionWords(part, pack)),
      );
    }
    case 'not':
      return negated(condition.operand, pack);
    default:
      return { kind: 'one', text: capital(statement(condition, pack)) };
  }
}

/** A condition as one line: “A; and B; and (C; or D)”. */
export function conditionSentence(words: ConditionWords): string {
  if (words.kind === 'one') return words.text;
  const joint = words.kind === 'all' ? '; and ' : '; or ';
  return words.parts
    .map((part) => (part.kind === 'one' ? part.text : `(${conditionSentence(part)})`))
    .join(joint);
}

/** What is not so of several is said of each: nobody reads “not (A or B)” with ease. */
function negated(operand: Expression, pack: Vocabulary): ConditionWords {
  switch (operand.kind) {
    case 'not':
      return conditionWords(operand.operand, pack);
    case 'and':
    case 'or': {
      const kind = operand.kind === 'and' ? 'any' : 'all';
      return joined(
        kind,
        operand.operands.map((part) => negated(part, pack)),
      );
    }
    case 'name':
      return { kind: 'one', text: `Not so: ${meaningOf(operand.name, pack)}` };
    default:
      return { kind: 'one', text: `Not so: ${statement(operand, pack)}` };
  }
}

/** What is joined in the same way inside is no list of its own. */
function joined(kind: 'all' | 'any', parts: readonly ConditionWords[]): ConditionWords {
  return { kind, parts: parts.flatMap((part) => (part.kind === kind ? part.parts : [part])) };
}

function statement(part: Expression, pack: Vocabulary): string {
  switch (part.kind) {
    case 'literal':
      return part.value === true ? 'always' : part.value === false ? 'never' : String(part.value);
    case 'name':
      return meaningOf(part.name, pack);
    case 'compare':
      return compared(part, pack);
    case 'in': {
      const values = part.members.map((value) => sayValue(part.operand, value, pack));
      return `${asked(part.operand, pack)} ${part.negated ? 'anything but ' : ''}${orList(values)}`;
    }
    case 'is-none':
      return `${asked(part.operand, pack)} ${part.negated ? 'known' : 'not known'}`;
    default:
      return conditionSentence(conditionWords(part, pack));
  }
}

function compared(
  { operator, left, right }: Extract<Expression, { kind: 'compare' }>,
  pack: Vocabulary,
): string {
  const value =
    right.kind === 'literal' ? sayValue(left, right.value, pack) : statement(right, pack);
  return `${asked(left, pack)} ${ORDER_WORDS[operator]}${value}`;
}

const ORDER_WORDS: Record<Comparison, string> = {
  '==': '',
  '!=': 'anything but ',
  '<=': 'at most ',
  '>=': 'at least ',
  '<': 'less than ',
  '>': 'more than ',
};

/** A fact with answers to choose from is said as its question, so that the answer stands beside it. */
function asked(operand: Expression, pack: Vocabulary): string {
  if (operand.kind !== 'name') return statement(operand, pack);
  return factOf(operand.name, pack)?.question ?? `${meaningOf(operand.name, pack)}:`;
}

function sayValue(operand: Expression, value: Scalar, pack: Vocabulary): string {
  const fact = operand.kind === 'name' ? factOf(operand.name, pack) : undefined;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const label = fact?.type === 'enum' ? fact.labels[String(value)] : undefined;
  return label === undefined ? String(value) : `“${label}”`;
}

function meaningOf(name: string, pack: Vocabulary): string {
  const known = factOf(name, pack) ?? pack.derived.find((one) => one.name === name);
  return known?.meaning ?? name;
}

function factOf(name: string, pack: Vocabulary): FactDefinition | undefined {
  return pack.facts.find((fact) => fact.name === name);
}

function orList(values: readonly string[]): string {
  if (values.length < 2) return values.join('');
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

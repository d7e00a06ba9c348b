import type { GroupProgress, TriagedCase } from '#cases';
import { type FactDefinition, notSure, RULE_PACK } from '#triage';
import { questionOf, sayNotSure } from './answer-words.js';

/** What “not sure” is in a form. */
export const UNSURE = 'unsure';
/** What “none of these” is in a form. */
export const NONE = 'none';

/** More choices than this are shown as a list to pick from. */
const MOST_RADIOS = 9;

/** Facts of one page: questions that stand by themselves, and those that are one list of what is true. */
export function fieldsOf(
  shown: readonly string[],
  { group, required, idle }: GroupProgress,
  known: TriagedCase,
) {
  const { facts, answers, pack } = known;
  const listed = listedOf(shown, required);
  const { unsure } = answers;
  const means = (name: string) => sayNotSure(notSure(name, { facts, unsure }, pack));
  const marks = (name: string) =>
    idle.includes(name) && isTelling(name, known) ? KEPT : beside(name, known);
  const single = shown
    .filter((name) => !listed.includes(name))
    .map((name) => ({ ...fieldOf(name, means(name)), hint: marks(name) }));
  if (listed.length === 0) return single;
  const anyOf = {
    kind: 'any-of',
    label: group.anyOf,
    options: listed.map((name) => ({ value: name, text: questionOf(name), hint: marks(name) })),
    unsure: listed.map((name) => ({ value: name, text: questionOf(name), hint: means(name) })),
  };
  const before = shown.findIndex((name) => listed.includes(name));
  const at = shown.slice(0, before).filter((name) => !listed.includes(name)).length;
  return [...single.slice(0, at), anyOf, ...single.slice(at)];
}

/** The yes/no questions that are put as one list; alone, and where each must be asked, they stand by themselves. */
export function listedOf(shown: readonly string[], required: readonly string[]): readonly string[] {
  const must = new Set([...required, ...RULE_PACK.mustAsk.map(({ fact }) => fact)]);
  const listed = shown.filter((name) => definitionOf(name)?.type === 'bool' && !must.has(name));
  return listed.length > 1 ? listed : [];
}

/** What was answered on a page, as its fields hold it. */
export function valuesOf(
  shown: readonly string[],
  { required }: GroupProgress,
  { facts, answers }: TriagedCase,
) {
  const listed = listedOf(shown, required);
  const yes = listed.filter((name) => facts[name] === true);
  // Those of other pages would fold this page's list open.
  const unsure = answers.unsure.filter((name) => shown.includes(name));
  const isNone = listed.every((name) => facts[name] === false);
  const single = shown
    .filter((name) => !listed.includes(name))
    .flatMap((name) => {
      if (answers.unsure.includes(name)) return [[name, UNSURE]];
      const value = facts[name];
      return value === undefined ? [] : [[name, value === null ? '' : String(value)]];
    });
  return { ...Object.fromEntries(single), yes: isNone ? [NONE] : yes, unsure };
}

/** A reply is a post too, and what it said is asked of those who posted alone. */
function beside(name: string, { facts }: TriagedCase): string | undefined {
  if (name !== 'doctor_already_replied' || facts['direction'] !== 'about_doctor') return undefined;
  return 'If so, choose “Both” for who posted, so that the reply itself is asked about.';
}

const KEPT = 'Kept as it was answered. It makes no difference with the other answers as they are.';

/** Whether an answer says more than its default: only these are marked where they make no difference. */
function isTelling(name: string, { facts }: TriagedCase): boolean {
  return Object.hasOwn(facts, name) && facts[name] !== definitionOf(name)?.default;
}

function fieldOf(name: string, means: string) {
  const fact = definitionOf(name)!;
  const unsure = { value: UNSURE, text: 'Not sure', hint: means };
  const field = { name, label: fact.question };
  if (fact.type === 'bool') {
    const options = [{ value: 'true', text: 'Yes' }, { value: 'false', text: 'No' }, unsure];
    return { ...field, kind: 'radios', options };
  }
  if (fact.type !== 'enum') return { ...field, kind: 'number', means };
  const options = fact.values.map((value) => ({ value, text: fact.labels[value] ?? value }));
  const kind = options.length > MOST_RADIOS ? 'select' : 'radios';
  return { ...field, kind, means, options: [...options, unsure] };
}

function definitionOf(name: string): FactDefinition | undefined {
  return RULE_PACK.facts.find((fact) => fact.name === name);
}

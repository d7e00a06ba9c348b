import type { FactDefinition, FactValue } from './pack.js';

/** Why a value cannot be the answer to a fact, in words; undefined where it can. */
export function faultOfValue(fact: FactDefinition, value: unknown): string | undefined {
  switch (fact.type) {
    case 'bool':
      return typeof value === 'boolean' ? undefined : 'Answer true or false.';
    case 'number':
      return Number.isFinite(value) ? undefined : 'Enter a number.';
    case 'number|null':
      return value === null || Number.isFinite(value) ? undefined : 'Enter a number, or null.';
    case 'enum':
      return typeof value === 'string' && fact.values.includes(value)
        ? undefined
        : `Choose one of: ${fact.values.join(', ')}.`;
  }
}

/**
 * Other values that a fact could have, nearest first, one for each that rules can tell apart.
 *
 * @param compared the values that rules compare the fact with: all others are alike to them.
 */
export function otherValues(
  fact: FactDefinition,
  value: FactValue,
  compared: ReadonlySet<FactValue> = new Set(),
): readonly FactValue[] {
  if (fact.type === 'bool') return [!value];
  if (fact.type === 'enum') return otherChoices(fact.values, value, compared);
  const bounds = [...compared].filter((bound) => typeof bound === 'number');
  const around = [0, ...bounds.flatMap((bound) => [bound - 1, bound, bound + 1])];
  const numbers = new Set<FactValue>(fact.type === 'number' ? around : [...around, null]);
  return [...numbers]
    .filter((other) => other !== value)
    .toSorted((a, b) => distance(a, value) - distance(b, value));
}

function otherChoices(
  choices: readonly string[],
  value: FactValue,
  compared: ReadonlySet<FactValue>,
): readonly FactValue[] {
  const named = choices.filter((choice) => compared.has(choice) && choice !== value);
  const unnamed = compared.has(value) ? choices.find((choice) => !compared.has(choice)) : undefined;
  return unnamed === undefined ? named : [...named, unnamed];
}

function distance(value: FactValue, from: FactValue): number {
  return typeof value === 'number' && typeof from === 'number' ? Math.abs(value - from) : 0;
}

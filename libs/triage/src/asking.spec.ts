import {
  assess,
  evaluate,
  type Expression,
  type FactDefinition,
  type Facts,
  type FactValue,
  openQuestions,
  RULE_PACK,
  type Scalar,
} from './index.js';
import { namesIn } from './expression.js';

/** Facts that a case knows of itself before anybody is asked. */
const OF_THE_CASE = new Set(['direction', 'incident_kind', 'jurisdiction', 'setting', 'platform']);

const { facts: FACTS, compiled } = RULE_PACK;
const factOf = (name: string): FactDefinition => compiled.facts.get(name)!;
const derivedOf = (name: string) => compiled.derived.find((one) => one.name === name)?.when;

/** Numbers from 0 up to 1 that a seed repeats (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function valuesOf(fact: FactDefinition): readonly FactValue[] {
  if (fact.type === 'bool') return [false, true];
  if (fact.type === 'enum') return fact.values;
  return fact.type === 'number' ? [0, 365, 366, 400] : [null, 0, 12, 48];
}

/**
 * Looks for answers to the other open questions with which one question decides a rule: along the way to the fact
 * every other part of the condition is made to leave the value to it.
 */
class Witness {
  private readonly fixed: Set<string>;

  constructor(
    readonly facts: Record<string, FactValue>,
    answered: Iterable<string>,
    private readonly next: () => number,
  ) {
    this.fixed = new Set(answered);
  }

  private pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.next() * values.length)]!;
  }

  /** Gives some open facts any value. */
  stir(share: number): void {
    for (const fact of FACTS) {
      const isOpen = !this.fixed.has(fact.name) && this.next() < share;
      if (isOpen) this.facts[fact.name] = this.pick(valuesOf(fact));
    }
  }

  /** @returns false where what is known stands in the way. */
  leaveTo(name: string, condition: Expression): boolean {
    const under = condition.kind === 'name' ? derivedOf(condition.name) : undefined;
    if (under) return this.leaveTo(name, under);
    if (condition.kind === 'not') return this.leaveTo(name, condition.operand);
    if (condition.kind !== 'and' && condition.kind !== 'or') return true;
    const way = this.pick(condition.operands.filter((part) => reads(part, name)));
    const others = condition.operands.filter((part) => part !== way);
    const neutral = condition.kind === 'and';
    return others.every((part) => this.make(part, neutral)) && this.leaveTo(name, way);
  }

  private make(condition: Expression, wanted: boolean): boolean {
    const under = condition.kind === 'name' ? derivedOf(condition.name) : undefined;
    if (under) return this.make(under, wanted);
    if (condition.kind === 'not') return this.make(condition.operand, !wanted);
    if (condition.kind === 'and' || condition.kind === 'or') {
      const parts = condition.operands;
      const all = (condition.kind === 'and') === wanted;
      return all
        ? parts.every((part) => this.make(part, wanted))
        : this.make(this.pick(parts), wanted);
    }
    return this.settle(condition, wanted);
  }

  private settle(condition: Expression, wanted: boolean): boolean {
    const [name] = namesIn(condition);
    if (name === undefined) return Boolean(evaluate(condition, {})) === wanted;
    const fits = (value: Scalar) => Boolean(evaluate(condition, { [name]: value })) === wanted;
    if (this.fixed.has(name)) return fits(this.facts[name] ?? factOf(name).default);
    const values = valuesOf(factOf(name)).filter(fits);
    if (values.length === 0) return false;
    this.facts[name] = this.pick(values);
    this.fixed.add(name);
    return true;
  }
}

function reads(condition: Expression, name: string): boolean {
  return namesIn(condition).some(
    (one) => one === name || (derivedOf(one) !== undefined && reads(derivedOf(one)!, name)),
  );
}

/** Primary route, routes besides, what is barred and clocks, as text. */
function endOf(facts: Facts): string {
  const { primary, also, never, deadlines } = assess(facts, '2026-11-22');
  return JSON.stringify([primary, ...[also, never, deadlines].map((ids) => [...ids].sort())]);
}

/** Some of the facts, as people may have answered them so far; "not sure" among them. */
function halfAnswered(next: () => number): { facts: Facts; answered: Set<string> } {
  const share = next() ** 2;
  const told = FACTS.filter(({ name }) => OF_THE_CASE.has(name) || next() < share);
  const known = told.filter(({ name }) => name === 'direction' || next() > 0.1);
  const facts = known.map((fact) => {
    const values = valuesOf(fact);
    const value = next() < 0.5 ? fact.default : values[Math.floor(next() * values.length)]!;
    return [fact.name, value] as const;
  });
  return { facts: Object.fromEntries(facts), answered: new Set(told.map(({ name }) => name)) };
}

interface Asked {
  readonly name: string;
  readonly facts: Facts;
  readonly answered: ReadonlySet<string>;
  readonly next: () => number;
}

/** Whether some answer to a question, together with some answers to the other open ones, changes anything. */
function canChangeSomething({ name, facts, answered, next }: Asked): boolean {
  const rules = compiled.readers.get(name)!.rules;
  for (let tries = 0; tries < 300; tries += 1) {
    const witness = new Witness({ ...facts }, [...answered, name], next);
    const { when } = compiled.rules[rules[tries % rules.length]!]!;
    witness.stir([0, 0.08, 0.3][tries % 3]!);
    if (!witness.leaveTo(name, when)) continue;
    const ends = valuesOf(factOf(name)).map((value) => endOf({ ...witness.facts, [name]: value }));
    if (new Set(ends).size > 1) return true;
  }
  return false;
}

describe('what is asked, whatever is known so far', () => {
  it('has an answer that changes a route or a clock, but for fewer than one in 500; what must be asked apart', () => {
    const asked: string[] = [];
    const idle: string[] = [];
    for (let seed = 0; seed < 60; seed += 1) {
      const next = numbersFrom(seed);
      const { facts, answered } = halfAnswered(next);
      for (const { fact, isRequired } of openQuestions(facts, answered)) {
        if (isRequired) continue;
        asked.push(fact);
        if (!canChangeSomething({ name: fact, facts, answered, next }))
          idle.push(`${seed} ${fact}`);
      }
    }
    expect(asked.length).toBeGreaterThan(1000);
    expect(new Set(asked).size).toBeGreaterThan(50);
    // What only two answers at once would show to be idle is still asked: one question too many is the safe side.
    expect(idle.length).toBeLessThan(asked.length / 500);
  });

  it('comes in order: what must be asked, then what can change the route or a clock, the most telling first', () => {
    for (let seed = 100; seed < 160; seed += 1) {
      const { facts, answered } = halfAnswered(numbersFrom(seed));
      const ranks = openQuestions(facts, answered).map(({ isRequired, stake, rules }) =>
        isRequired ? [0, 0] : [stake === 'route-or-clock' ? 1 : 2, -rules],
      );
      const sorted = ranks.toSorted(([a, b], [c, d]) => a! - c! || b! - d!);
      expect(ranks).toEqual(sorted);
    }
  });
});

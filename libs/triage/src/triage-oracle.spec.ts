import * as fc from 'fast-check';
import { say, timingOf } from '../../../test/support/timing.js';
import { ACTS } from './data/acts.js';
import { DERIVED } from './data/derived.js';
import { FACTS } from './data/facts.js';
import { ROUTES } from './data/routes.js';
import { RULES } from './data/rules.js';
import { assess, wouldChange, type FactDefinition, type Facts, type FactValue } from './index.js';

/**
 * A second reading of the table, sharing no parser and no logic with the first: expressions become
 * JavaScript by replacing tokens, and the engine beneath evaluates them.
 */
type Condition = (facts: Record<string, unknown>) => boolean;

const WORDS: Record<string, string> = {
  and: '&&',
  or: '||',
  not: '!',
  True: 'true',
  False: 'false',
};

function toJavaScript(source: string): string {
  return source
    .replaceAll('==', '===')
    .replaceAll('!=', '!==')
    .replace(/(\w+) is not None/g, '(§$1!==null)')
    .replace(/(\w+) is None/g, '(§$1===null)')
    .replace(/(\w+) not in \(([^()]*)\)/g, '(![$2].includes(§$1))')
    .replace(/(\w+) in \(([^()]*)\)/g, '([$2].includes(§$1))')
    .split(/('[^']*')/)
    .map((part, index) => (index % 2 === 1 ? part : replaceWords(part)))
    .join('')
    .replaceAll('§', '');
}

function replaceWords(part: string): string {
  return part.replace(/(?<![.\w])§?[A-Za-z_]\w*/g, (word) => {
    if (['null', 'includes', '.includes'].includes(word)) return word;
    return WORDS[word] ?? `f.${word.replace('§', '')}`;
  });
}

function compile(source: string): Condition {
  return new Function('f', `return !!(${toJavaScript(source)});`) as Condition;
}

const derived = DERIVED.map(({ name, expression }) => ({ name, holds: compile(expression) }));
const rules = RULES.map((rule) => Object.assign({ holds: compile(rule.when) }, rule));

function oracle(facts: Facts) {
  const known: Record<string, unknown> = {};
  for (const fact of FACTS) known[fact.name] = fact.name in facts ? facts[fact.name] : fact.default;
  for (const { name, holds } of derived) known[name] = holds(known);
  const never = new Set<string>();
  const recommended = new Set<string>();
  const deadlines = new Set<string>();
  const fired = rules.filter((rule) => rule.holds(known));
  for (const rule of fired) {
    for (const route of rule.also) recommended.add(route);
    if (rule.primary !== null) recommended.add(rule.primary);
    for (const id of rule.never) never.add(id);
    for (const id of rule.deadlines) deadlines.add(id);
  }
  let primary: string | null = null;
  let lowest = Infinity;
  for (const rule of fired) {
    if (rule.primary === null || never.has(rule.primary) || rule.priority! >= lowest) continue;
    [primary, lowest] = [rule.primary, rule.priority!];
  }
  const also = [...recommended].filter((route) => !never.has(route) && route !== primary);
  return {
    primary: primary as string | null,
    also: also.sort(),
    never: [...never].sort(),
    deadlines: [...deadlines].sort(),
  };
}

/** Numbers from 0 up to 1 that a seed repeats (mulberry32); building sets of facts by combinators takes ten times as long. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function valueFor(fact: FactDefinition, next: () => number): FactValue {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)]!;
  if (fact.type === 'bool') return next() < 0.5;
  if (fact.type === 'enum') return pick(fact.values);
  const numbers = [0, 1, 30, 364, 365, 366, 400, 800];
  return fact.type === 'number' ? pick(numbers) : pick([...numbers, null]);
}

/** Facts as found: the share of answers differs from set to set, so that quiet cases come up as well. */
function factsOf(seed: number): Facts {
  const next = numbersFrom(seed);
  const share = next() ** 2;
  const answered = FACTS.filter(() => next() < share);
  return Object.fromEntries(answered.map((fact) => [fact.name, valueFor(fact, next)]));
}

const anyFacts: fc.Arbitrary<Facts> = fc.integer().map(factsOf);

function sorted({ primary, also, never, deadlines }: ReturnType<typeof assess>) {
  const [a, n, d] = [also, never, deadlines].map((ids) => [...ids].sort());
  return { primary, also: a, never: n, deadlines: d };
}

describe('the table, read twice', () => {
  it('gives the same on 10,000 sets of facts', () => {
    const reached = new Set<string>();
    const differing = [];
    for (let seed = 0; seed < 10_000; seed += 1) {
      const facts = factsOf(seed);
      const first = assess(facts, '2026-11-22');
      reached.add(first.primary);
      const [one, other] = [sorted(first), oracle(facts)];
      if (JSON.stringify(one) !== JSON.stringify(other)) differing.push({ facts, one, other });
    }
    expect(differing).toEqual([]);
    expect(reached.size).toBeGreaterThanOrEqual(ROUTES.length - 1);
  });
});

describe('a recommendation, whatever the facts', () => {
  const holds = (property: (facts: Facts) => void, numRuns = 1000) =>
    fc.assert(fc.property(anyFacts, property), { numRuns });

  it('never recommends what is barred', () => {
    holds((facts) => {
      const { primary, also, never } = assess(facts, '2026-11-22');
      expect([primary, ...also].filter((route) => never.includes(route))).toEqual([]);
    });
  });

  it('has one primary route of the table, and never repeats it among the others', () => {
    const known = new Set<string>(ROUTES.map(({ id }) => id));
    holds((facts) => {
      const { primary, also } = assess(facts, '2026-11-22');
      expect(known.has(primary)).toBe(true);
      expect(new Set([primary, ...also]).size).toBe(also.length + 1);
    });
  });

  it('bars only routes and acts that people can be told of', () => {
    const known = new Set<string>([...ROUTES, ...ACTS].map(({ id }) => id));
    holds((facts) => {
      expect(assess(facts, '2026-11-22').never.filter((id) => !known.has(id))).toEqual([]);
    });
  });

  it('either acknowledges in public or does not engage, where others wrote about the doctor', () => {
    holds((facts) => {
      fc.pre(facts['direction'] !== 'by_doctor');
      const { primary, also } = assess(facts, '2026-11-22');
      const inPublic = new Set<string>(['acknowledge_signpost', 'no_engagement']);
      expect([primary, ...also].filter((route) => inPublic.has(route))).toHaveLength(1);
    });
  });

  it('does not depend on the order of the facts, nor on when it is asked', () => {
    holds((facts) => {
      const turned = Object.fromEntries(Object.entries(facts).reverse());
      expect(assess(turned, '2026-11-22')).toEqual(assess(facts, '2026-11-22'));
    }, 300);
  });

  it('is the same each time', () => {
    holds((facts) => {
      expect(assess({ ...facts }, '2026-11-22')).toEqual(assess(facts, '2026-11-22'));
    }, 300);
  });

  it('is the same when defaults are given and when they are left out', () => {
    const defaults = Object.fromEntries(FACTS.map((fact) => [fact.name, fact.default]));
    holds((facts) => {
      const full = assess({ ...defaults, ...facts }, '2026-11-22');
      expect(sorted(full)).toEqual(sorted(assess(facts, '2026-11-22')));
      expect(full.notAsked).toEqual([]);
    });
  });

  it('names as change only what does change the primary route, to the route it says', () => {
    holds((facts) => {
      const { primary } = oracle(facts);
      for (const { fact, from, to, primary_route } of wouldChange(facts)) {
        expect(to).not.toBe(from);
        expect(oracle({ ...facts, [fact]: to }).primary).toBe(primary_route);
        expect(primary_route).not.toBe(primary);
      }
    }, 100);
  });

  it('leaves out no fact of two values that would change the primary route', () => {
    holds((facts) => {
      const { primary } = oracle(facts);
      const named = new Set(wouldChange(facts).map(({ fact }) => fact));
      for (const fact of FACTS.filter(({ type }) => type === 'bool')) {
        const flipped = !(facts[fact.name] ?? fact.default);
        const changes = oracle({ ...facts, [fact.name]: flipped }).primary !== primary;
        expect([fact.name, named.has(fact.name)]).toEqual([fact.name, changes]);
      }
    }, 100);
  });
});

describe('the time that triage takes', () => {
  it('is below a millisecond in 95 of 100 random sets of facts, and is said', () => {
    const sets = Array.from({ length: 1000 }, (_, seed) => factsOf(seed));
    const timing = timingOf(sets, (facts) => assess(facts, '2026-11-22'));
    process.stderr.write(say('One assessment of random facts', timing));
    expect(timing.p95).toBeLessThan(1);
  });
});

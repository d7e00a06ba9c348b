import { readFileSync } from 'node:fs';
import { assess, triageLine } from './index.js';

interface Scenario {
  id: string;
  title: string;
  facts: Record<string, boolean | string | number | null>;
  expected: { primary_route: string; also: string[]; never: string[]; deadlines: string[] };
}

const file = new URL('../../../../test/corpus/scenarios-dev.jsonl', import.meta.url);
const scenarios = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Scenario);

describe('the worked scenarios', () => {
  it('are forty', () => {
    expect(scenarios).toHaveLength(40);
  });

  it.each(scenarios.map((scenario) => [scenario.id, scenario.title, scenario] as const))(
    '%s, %s: is triaged as the panel did',
    (_id, _title, { facts, expected }) => {
      const { primary, also, deadlines } = assess(facts, '2026-11-22');
      const recommended = new Set<string>([primary, ...also]);
      expect(primary).toBe(expected.primary_route);
      expect(expected.also.filter((route) => !recommended.has(route))).toEqual([]);
      expect(expected.never.filter((route) => recommended.has(route))).toEqual([]);
      expect(deadlines.toSorted()).toEqual(expected.deadlines.toSorted());
    },
  );

  it('are answered line by line, other fields of the line let be', () => {
    for (const scenario of scenarios) {
      expect(triageLine(scenario)).toMatchObject({
        id: scenario.id,
        primary_route: scenario.expected.primary_route,
      });
    }
  });
});

describe('the time that triage of a scenario takes', () => {
  it('is below a millisecond, in the median', () => {
    for (const { facts } of scenarios) assess(facts, '2026-11-22');
    const times = scenarios.flatMap(({ facts }) =>
      Array.from({ length: 5 }, () => {
        const start = performance.now();
        assess(facts, '2026-11-22');
        return performance.now() - start;
      }),
    );
    const median = times.toSorted((a, b) => a - b)[times.length >> 1]!;
    process.stderr.write(`One assessment of a scenario, in the median: ${median.toFixed(3)} ms.\n`);
    expect(median).toBeLessThan(1);
  });
});

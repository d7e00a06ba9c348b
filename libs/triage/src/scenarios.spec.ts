import { readFileSync } from 'node:fs';
import { say, timingOf } from '../../../test/support/timing.js';
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
  it('is below a millisecond in 95 of 100, and is said', () => {
    const timing = timingOf(scenarios, ({ facts }) => assess(facts, '2026-11-22'));
    process.stderr.write(say('One assessment of a scenario', timing));
    expect(timing.p95).toBeLessThan(1);
  });
});

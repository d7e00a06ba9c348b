import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess, type Facts, RULE_PACK } from '#triage';
import { mustAskOpen, nextGroup, progressOf, QUESTION_GROUPS } from './question-groups.js';

const CORPUS = join(import.meta.dirname, '../../../../../test/corpus/scenarios-dev.jsonl');
/** What a case knows of itself. */
const KNOWN = ['direction', 'incident_kind', 'jurisdiction', 'setting', 'platform', 'visibility'];

interface Scenario {
  id: string;
  facts: Facts;
  expected: { primary_route: string; also: string[]; deadlines: string[] };
}

const scenarios = readFileSync(CORPUS, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Scenario);

describe('the pages of questions', () => {
  it('hold every fact of the rules once', () => {
    const asked = QUESTION_GROUPS.flatMap(({ facts }): readonly string[] => facts);
    expect([...asked].sort()).toEqual(RULE_PACK.facts.map(({ name }) => name).sort());
  });

  it('put danger before everything, and take "not sure" for an answer', () => {
    expect(nextGroup(progressOf({}, []))).toBe('safety');
    expect(mustAskOpen({}, ['immediate_danger'])).not.toContain('immediate_danger');
    const safety = QUESTION_GROUPS[0].facts;
    expect(nextGroup(progressOf({}, safety))).not.toBe('safety');
  });

  it('go on behind the page that was answered, even where questions on it were left open', () => {
    const answered = progressOf({}, QUESTION_GROUPS[0].facts);
    expect(nextGroup(answered, 'content')).toBe('processes');
    expect(nextGroup(answered, 'background')).toBeUndefined();
  });

  it.each(scenarios)('lead $id to its routes and clocks', ({ facts: truth, expected }) => {
    const valueOf = (name: string) =>
      truth[name] ?? RULE_PACK.facts.find((fact) => fact.name === name)?.default ?? null;
    const facts: Record<string, Facts[string]> = Object.fromEntries(
      KNOWN.map((name) => [name, valueOf(name)]),
    );
    for (let asked = true; asked;) {
      const open = progressOf(facts, []).flatMap((group) => group.open);
      for (const name of open) facts[name] = valueOf(name);
      asked = open.length > 0;
    }
    const found = assess(facts, '2026-11-22');
    expect(found.primary).toBe(expected.primary_route);
    expect([found.primary, ...found.also]).toEqual(expect.arrayContaining(expected.also));
    expect([...found.deadlines].sort()).toEqual([...expected.deadlines].sort());
  });
});

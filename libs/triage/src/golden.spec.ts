import { readFileSync } from 'node:fs';
import { GOLDEN_CASES } from './data/golden-cases.js';
import {
  checkOwnRules,
  compareRules,
  faultOfCondition,
  type LoadedPack,
  RULE_PACK,
  SHIPPED_RULES,
  tryGoldenCases,
} from './index.js';

function without(id: string): LoadedPack {
  const rules = SHIPPED_RULES.rules.filter((rule) => rule.id !== id);
  const check = checkOwnRules({ ...SHIPPED_RULES, rules }, 'test');
  if (!check.ok) throw new Error(JSON.stringify(check.faults));
  return check.pack;
}

describe('the golden cases', () => {
  it('are the scenarios that the panel agreed on', () => {
    const file = new URL('../../../../test/corpus/scenarios-dev.jsonl', import.meta.url);
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    const facts = lines.map((line) => (JSON.parse(line) as { facts: object }).facts);
    expect(GOLDEN_CASES.map((golden) => golden.facts)).toEqual(facts);
  });

  it('come out as agreed by the rules that ship', () => {
    const results = tryGoldenCases(RULE_PACK, RULE_PACK);
    expect(results).toHaveLength(40);
    expect(results.filter(({ faults }) => faults.length > 0)).toEqual([]);
  });

  it('say which of them move without a rule, and in what', () => {
    const results = tryGoldenCases(without('R62'), RULE_PACK);
    const moved = results.filter(({ primary, before }) => primary !== before);
    expect(moved.map(({ id }) => id)).toEqual(['G-01']);
    expect(moved[0]!.faults[0]).toEqual({ kind: 'primary', ids: [moved[0]!.primary] });
    const clock = tryGoldenCases(without('R13'), RULE_PACK).find(({ id }) => id === 'G-04');
    expect(clock!.faults[0]!.kind).toBe('clock-missing');
  });
});

describe('comparing two tables of rules', () => {
  it('finds nothing between a table and itself in another order', () => {
    const turned = { ...SHIPPED_RULES, rules: SHIPPED_RULES.rules.toReversed() };
    expect(compareRules(SHIPPED_RULES, turned)).toEqual({ rules: [], derived: [] });
  });

  it('names what was added, taken out and changed, with the fields', () => {
    const [first, second, ...rest] = SHIPPED_RULES.rules;
    const rules = [{ ...second!, why: 'Other words.' }, ...rest, { ...first!, id: 'R200' }];
    const [derived, ...others] = SHIPPED_RULES.derived;
    const after = { rules, derived: [{ ...derived!, meaning: 'other' }, ...others] };
    const found = compareRules(SHIPPED_RULES, after);
    expect(
      found.rules.map(({ id, before, after: now, fields }) => [id, !!before, !!now, fields]),
    ).toEqual([
      [second!.id, true, true, ['why']],
      ['R200', false, true, []],
      [first!.id, true, false, []],
    ]);
    expect(found.derived).toMatchObject([{ id: derived!.name, fields: ['meaning'] }]);
  });
});

describe('the fault of a condition', () => {
  it.each([
    ['about and', 9, 'unexpected the end'],
    ["about and reach=='hihg'", 17, 'hihg'],
    ['abuot', 0, 'unknown name abuot'],
  ])('of %s stands at %d', (source, at, reason) => {
    expect(faultOfCondition(source, RULE_PACK)).toMatchObject({ at });
    expect(faultOfCondition(source, RULE_PACK)!.reason).toContain(reason);
  });

  it('is none where it can be read', () => {
    expect(faultOfCondition("about and reach=='high'", RULE_PACK)).toBeUndefined();
  });
});

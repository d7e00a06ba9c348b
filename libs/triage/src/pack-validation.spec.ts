import { SHIPPED_PACK } from './data/rule-pack.js';
import { loadPack, RULE_PACK, validatePack, type Rule } from './index.js';

const fallback = SHIPPED_PACK.rules.find(({ id }) => id === 'R105')!;

function faultsWith(changes: object): string[] {
  const check = validatePack({ ...SHIPPED_PACK, ...changes });
  return check.ok ? [] : check.faults.map(({ field, message }) => `${field}: ${message}`);
}

function faultsWithRule(changes: Partial<Record<keyof Rule, unknown>>): string[] {
  const rule = { ...fallback, id: 'R999', priority: 999, ...changes };
  return faultsWith({ rules: [...SHIPPED_PACK.rules, rule] });
}

describe('loading a rule pack', () => {
  it.each([
    [
      'a condition that does not parse',
      { when: 'about and' },
      'rules.R999.when: unexpected the end',
    ],
    ['a fact that is not known', { when: 'abuot' }, 'rules.R999.when: unknown name abuot'],
    ['a choice that is not known', { when: "reach=='hihg'" }, '"hihg" is not among the choices'],
    ['an id used twice', { id: 'R01' }, 'rules: The id R01 is used twice.'],
    ['a priority used twice', { priority: 79.5 }, 'rules: The priority 79.5 is used twice.'],
    ['a route that is not known', { also: ['ignore'] }, 'rules.102.also.0'],
    ['an act that is not known', { never: ['shout'] }, 'rules.102.never.0'],
    ['a deadline that is not known', { deadlines: ['soon'] }, 'rules.R999: soon is not known.'],
    ['a citation that is not known', { cites: ['A99'] }, 'rules.R999: A99 is not known.'],
    ['a priority without a primary route', { primary: null }, 'A primary route needs a priority'],
    ['a rule without a reason', { why: ' ' }, 'rules.102.why'],
  ])('refuses %s, and says where', (_what, changes, words) => {
    expect(faultsWithRule(changes).join('\n')).toContain(words);
  });

  it('refuses a derived fact that uses one worked out later', () => {
    const derived = SHIPPED_PACK.derived.toReversed();
    expect(faultsWith({ derived }).join('\n')).toContain('derived.needs_repair: unknown name');
  });

  it('refuses a derived fact with the name of a fact', () => {
    const derived = [...SHIPPED_PACK.derived, { ...SHIPPED_PACK.derived[0]!, name: 'reach' }];
    expect(faultsWith({ derived })).toContain('reach: This name is used twice.');
  });

  it('refuses a default that is not among the choices', () => {
    const facts = SHIPPED_PACK.facts.map((fact) =>
      fact.name === 'reach' ? Object.assign({}, fact, { default: 'none' }) : fact,
    );
    expect(faultsWith({ facts }).join('\n')).toContain('facts.reach.default: Choose one of');
  });

  it('refuses a table that could leave a case without a route', () => {
    const rules = SHIPPED_PACK.rules.filter(({ id }) => id !== 'R105');
    expect(faultsWith({ rules })).toEqual([
      'rules: No rule always proposes a route that nothing bars.',
    ]);
    expect(faultsWithRule({ primary: null, priority: null, never: ['monitor'] })).toHaveLength(1);
  });

  it('refuses what has not the shape of a pack', () => {
    expect(validatePack(null).ok).toBe(false);
    expect(faultsWith({ extra: 1 })).toHaveLength(1);
    expect(() => loadPack({})).toThrow(expect.objectContaining({ code: 'rule-pack-invalid' }));
  });

  it('takes the pack that ships: 82 facts, 15 routes, 17 acts, 102 rules, 51 of them with a primary', () => {
    expect(RULE_PACK.facts).toHaveLength(82);
    expect(RULE_PACK.routes).toHaveLength(15);
    expect(RULE_PACK.acts).toHaveLength(17);
    expect(RULE_PACK.rules).toHaveLength(102);
    expect(RULE_PACK.rules.filter(({ primary }) => primary !== null)).toHaveLength(51);
  });
});

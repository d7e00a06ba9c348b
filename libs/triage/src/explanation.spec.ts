import * as fc from 'fast-check';
import { sourcesIn } from '#guidance';
import {
  assess,
  exposureOf,
  idleAnswers,
  loadPack,
  nearestChange,
  notSure,
  openQuestions,
  replay,
  RULE_PACK,
  severityOf,
  traceRules,
  wouldChange,
  type Facts,
} from './index.js';
import { SHIPPED_PACK } from './data/rule-pack.js';

const ON = '2026-11-22';
const nobodyInDanger: Facts = {
  immediate_danger: false,
  contains_threat: 'none',
  doctor_risk_to_self: false,
  self_harm_risk_author: false,
  safeguarding_concern: false,
  intimate_image_abuse: false,
};

describe('the trace of the rules', () => {
  const outcomeOf = (id: string, facts: Facts) => traceRules(facts).find((rule) => rule.id === id)!;

  it('has every rule of the pack once, in its order, with its sentence and sources', () => {
    const trace = traceRules({});
    expect(trace.map(({ id }) => id)).toEqual(RULE_PACK.rules.map(({ id }) => id));
    expect(trace.filter(({ why }) => why === '')).toEqual([]);
    expect(trace.map(({ cites }) => cites)).toEqual(
      RULE_PACK.rules.map(({ cites }) => sourcesIn('england', cites)),
    );
  });

  it('says that a rule misses an answer, and which one would decide it alone', () => {
    expect(outcomeOf('R01', {})).toMatchObject({
      outcome: 'missing-input',
      missing: ['immediate_danger'],
    });
  });

  it('names all that is missing where no single answer would do', () => {
    const known = { ...nobodyInDanger, direction: 'by_doctor' };
    const { outcome, missing } = outcomeOf('R07', known);
    expect([outcome, missing]).toEqual([
      'missing-input',
      ['gives_individual_advice', 'clinical_harm_possible'],
    ]);
  });

  it('says of a rule that nothing left open could bring about that it does not match', () => {
    expect(outcomeOf('R01', nobodyInDanger)).toMatchObject({ outcome: 'not-matched', missing: [] });
    expect(outcomeOf('R05', { direction: 'by_doctor' }).outcome).toBe('not-matched');
  });

  it('matches the rules that fire, and none besides', () => {
    const facts = { raises_care_concern: true, provider_can_reply: true, platform: 'nhs_uk' };
    const matched = traceRules(facts).filter(({ outcome }) => outcome === 'matched');
    expect(matched.map(({ id }) => id)).toEqual(assess(facts, ON).rules.map(({ id }) => id));
  });
});

describe('what would change the advice', () => {
  it('puts an answer that nobody gave before one that was given', () => {
    const facts: Facts = { ...nobodyInDanger, raises_care_concern: true, provider_can_reply: true };
    const nearest = nearestChange(facts)!;
    expect(Object.hasOwn(facts, nearest.fact)).toBe(false);
    expect(assess({ ...facts, [nearest.fact]: nearest.to }, ON).primary).toBe(
      nearest.primary_route,
    );
    expect(nearest.primary_route).not.toBe(assess(facts, ON).primary);
  });

  it('names a given answer where all were given', () => {
    const all = Object.fromEntries(RULE_PACK.facts.map((fact) => [fact.name, fact.default]));
    const nearest = nearestChange(all)!;
    expect(wouldChange(all)).toContainEqual(nearest);
    expect(nearest.from).toBe(all[nearest.fact]);
  });
});

describe('what “not sure” means', () => {
  it('is said of a must-ask question for the route and for urgency apart', () => {
    expect(notSure('immediate_danger', { facts: {}, unsure: [] })).toEqual({
      fact: 'immediate_danger',
      countsAs: false,
      countsAsForUrgency: true,
      urgency: 'now',
      clocks: [],
      otherwise: [{ value: true, route: 'police_report', clocks: [], urgency: 'now' }],
    });
  });

  it('names the clocks that it starts', () => {
    const facts: Facts = { direction: 'by_doctor', patient_info_disclosed: true };
    const meant = notSure('patient_identifiable', { facts, unsure: [] });
    expect(meant.clocks).toEqual(['ico_breach_72h']);
    expect(meant.otherwise.map(({ route }) => route)).toContain('data_protection');
  });

  it('is the same whether or not the fact is answered already', () => {
    const open = notSure('pile_on', { facts: {}, unsure: [] });
    expect(notSure('pile_on', { facts: { pile_on: true }, unsure: [] })).toEqual(open);
    expect(notSure('pile_on', { facts: {}, unsure: ['pile_on'] })).toEqual(open);
  });
});

describe('the questions that are left', () => {
  const someAnswers = fc
    .array(fc.constantFrom(...RULE_PACK.facts.map(({ name }) => name)), { maxLength: 82 })
    .map((names) => new Set(names));

  it('come to an end only where nothing that was left out could change route or clocks', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 82, maxLength: 82 });
    fc.assert(
      fc.property(values, (numbers) => {
        const truth = Object.fromEntries(
          RULE_PACK.facts.map((fact, at) => {
            if (fact.type === 'bool') return [fact.name, numbers[at]! % 4 === 0];
            if (fact.type === 'enum') {
              return [fact.name, fact.values[numbers[at]! % fact.values.length]!];
            }
            return [fact.name, numbers[at]!];
          }),
        );
        const facts: Record<string, Facts[string]> = {};
        for (;;) {
          const open = openQuestions(facts, new Set(Object.keys(facts))).slice(0, 4);
          if (open.length === 0) break;
          for (const { fact } of open) facts[fact] = truth[fact]!;
        }
        const [asked, known] = [assess(facts, ON), assess(truth, ON)];
        expect([asked.primary, [...asked.deadlines].sort(), [...asked.also].sort()]).toEqual([
          known.primary,
          [...known.deadlines].sort(),
          [...known.also].sort(),
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it('leave out every answer that makes no difference', () => {
    fc.assert(
      fc.property(someAnswers, (names) => {
        const facts = Object.fromEntries(
          RULE_PACK.facts.filter(({ name }) => names.has(name)).map((f) => [f.name, f.default]),
        );
        for (const name of idleAnswers(facts, [])) {
          const others = Object.fromEntries(Object.entries(facts).filter(([key]) => key !== name));
          const open = openQuestions(others, new Set(Object.keys(others)));
          expect(open.map(({ fact }) => fact)).not.toContain(name);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('advice under another pack', () => {
  const facts: Facts = { raises_care_concern: true, provider_can_reply: true, platform: 'nhs_uk' };
  const found = assess(facts, ON);
  const kept = { ...found, facts, rules: found.rules.map(({ id }) => id) };

  it('is identical under the same one, whatever the order', () => {
    const turned = { ...kept, rules: kept.rules.toReversed(), never: kept.never.toReversed() };
    expect(replay(turned)).toMatchObject({ isIdentical: true, primary: null, unreadable: [] });
  });

  it('says which route, rules and bars are different', () => {
    const rules = SHIPPED_PACK.rules.filter(({ primary }) => primary !== 'acknowledge_signpost');
    const other = loadPack({ ...SHIPPED_PACK, version: '2027.1.1', rules });
    const changed = replay(kept, other);
    expect(changed).toMatchObject({ packVersion: '2027.1.1', isIdentical: false });
    expect(changed.primary).toEqual({ from: 'acknowledge_signpost', to: 'monitor' });
    expect(changed.rules.removed.length).toBeGreaterThan(0);
    expect(changed.also.removed).toEqual(['monitor']);
  });

  it('names facts that the pack does not read any more, and leaves them out', () => {
    const before = { ...kept, facts: { ...facts, fax_received: true } };
    expect(replay(before)).toMatchObject({ isIdentical: false, unreadable: ['fax_received'] });
  });
});

describe('severity', () => {
  const scores = (facts: Facts) =>
    Object.fromEntries(severityOf(facts).parts.map(({ id, score }) => [id, score]));

  it('has eight parts, each from 0 to 3, and no sum', () => {
    const { parts, ...rest } = severityOf({});
    expect(parts.map(({ id }) => id)).toEqual([
      'patient_harm',
      'personal_safety',
      'reach',
      'persistence',
      'professional_status',
      'vulnerability',
      'formal_process',
      'reversibility',
    ]);
    expect(Object.keys(rest)).toEqual(['aggravating', 'mitigating']);
  });

  it.each<[string, Facts, string, number]>([
    ['an explicit threat', { contains_threat: 'explicit' }, 'personal_safety', 3],
    ['a veiled threat', { contains_threat: 'veiled' }, 'personal_safety', 2],
    ['a pile-on', { pile_on: true }, 'personal_safety', 1],
    ['a viral post', { reach: 'viral' }, 'reach', 3],
    ['an enquiry of the press (seeds row 42)', { media_interest: 'enquiry' }, 'reach', 2],
    ['a published story (seeds row 42)', { media_interest: 'published' }, 'reach', 3],
    ['a regulator that has seen it (seeds row 65)', { regulator_contact: 'enquiry' }, 'reach', 1],
    ['weeks of it', { pattern_persistent: true }, 'persistence', 2],
    [
      'an impersonator who sells',
      { impersonation_sells_or_advises: true },
      'professional_status',
      3,
    ],
    ['a vulnerable patient', { patient_vulnerable: true }, 'vulnerability', 2],
    ['an inquest', { open_process: 'inquest' }, 'formal_process', 3],
    ['a refused report', { moderator_outcome: 'refused' }, 'reversibility', 2],
  ])('scores %s', (_what, facts, part, score) => {
    expect(scores(facts)[part]).toBe(score);
  });

  it('says which answers a part comes from, and how many open ones could raise it', () => {
    const reach = severityOf({ reach: 'high', media_interest: 'none' }).parts[2]!;
    expect(reach).toMatchObject({ score: 2, restsOn: ['reach'], couldRise: [] });
    expect(severityOf({ reach: 'medium' }).parts[2]!.couldRise).toContain('media_interest');
  });

  it('lets nothing speak for the doctor because nobody asked (seeds row 76)', () => {
    const own: Facts = { direction: 'by_doctor' };
    expect(severityOf(own).mitigating).toEqual([]);
    const asked = { ...own, insight_shown: true, prior_similar_incident: false };
    expect(severityOf(asked).mitigating.map(({ id }) => id)).toEqual(['insight']);
  });

  it('cancels no duty by what speaks for the doctor (seeds row 76)', () => {
    const mild = ['insight_shown'];
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            ...RULE_PACK.facts.filter(({ type }) => type === 'bool').map((f) => f.name),
          ),
          fc.boolean(),
        ),
        (answers) => {
          const facts: Facts = { ...answers, direction: 'by_doctor' };
          const lenient = { ...facts, ...Object.fromEntries(mild.map((name) => [name, true])) };
          const outcome = ({ primary, also, never, deadlines }: ReturnType<typeof assess>) => [
            primary,
            also,
            never,
            deadlines,
          ];
          expect(outcome(assess(lenient, ON))).toEqual(outcome(assess(facts, ON)));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the words of the exposure panel', () => {
  const levels = RULE_PACK.exposure.flatMap(({ id, levels: all }) =>
    all.map(({ says }) => [id, says] as const),
  );
  const CERTAIN =
    /\b(will|shall|certain|certainly|definitely|surely|always|never|inevitabl\w+|guarantee\w*)\b/i;
  const HEDGED = /\b(may|likely|possible|can)\b/i;

  it.each(levels)(
    'say nothing as certain that is not so yet (seeds row 110): %s: %s',
    (_id, says) => {
      expect(says).not.toMatch(CERTAIN);
    },
  );

  it('speak of loss of cover and of legal cost, each time as something that may be (seeds row 110)', () => {
    const money = levels.filter(([id]) => id === 'money').map(([, says]) => says);
    expect(money.join(' ')).toMatch(/cover/);
    expect(money.join(' ')).toMatch(/[Ll]egal costs/);
    expect(money.filter((says) => !HEDGED.test(says))).toEqual([]);
  });
});

describe('the exposure panel (seeds row 43)', () => {
  const lines = (facts: Facts) =>
    Object.fromEntries(exposureOf(facts).map(({ id, score, says }) => [id, [score, says]]));

  it('has four lines, each with a level and a reason', () => {
    expect(exposureOf({}).map(({ id, score }) => [id, score])).toEqual([
      ['work', 0],
      ['regulator', 0],
      ['law', 0],
      ['money', 0],
    ]);
    const breach: Facts = {
      direction: 'by_doctor',
      patient_info_disclosed: true,
      patient_identifiable: 'yes',
    };
    expect(lines(breach)).toMatchObject({
      work: [2, expect.stringContaining('employer')],
      regulator: [1, expect.any(String)],
      law: [2, expect.stringContaining('Data protection')],
      money: [1, expect.any(String)],
    });
  });

  it('flags advice to an individual for law and money (seeds row 101)', () => {
    const advice = lines({ direction: 'by_doctor', gives_individual_advice: true });
    expect(advice['law']).toEqual([2, expect.stringContaining('duty of care')]);
    expect(advice['money']?.[0]).toBe(2);
  });
});

import * as fc from 'fast-check';
import { FACTS_HELD_BY_CASE, SETTINGS } from '#cases';
import { JURISDICTION_KEYS, PLATFORM_KEYS } from '#guidance';
import { contradictions, readFacts } from '#triage';
import {
  incidentOf,
  REPLIED,
  type RequestAnswers,
  triageFactsOf,
  WELLBEING,
  WHAT_HAPPENED,
  YES_NO_UNSURE,
} from './index.js';

const keys = <K extends string>(table: Record<K, string>) =>
  fc.constantFrom(...(Object.keys(table) as K[]));

const someAnswers: fc.Arbitrary<RequestAnswers> = fc.record({
  whatHappened: keys(WHAT_HAPPENED),
  platform: fc.constantFrom(...PLATFORM_KEYS),
  url: fc.webUrl(),
  account: fc.string(),
  postText: fc.string(),
  seenOn: fc.constant('2026-01-05'),
  replied: keys(REPLIED),
  patient: keys(YES_NO_UNSURE),
  complaint: keys(YES_NO_UNSURE),
  jurisdiction: fc.constantFrom(...JURISDICTION_KEYS),
  setting: keys(SETTINGS),
  words: fc.string(),
  wellbeing: keys(WELLBEING),
});

const plain: RequestAnswers = {
  whatHappened: 'review',
  platform: 'google_business',
  url: '',
  account: '',
  postText: '',
  seenOn: '2026-01-05',
  replied: 'no',
  patient: 'no',
  complaint: 'no',
  jurisdiction: 'england',
  setting: 'nhs_gp',
  words: 'x',
  wellbeing: 'well',
};
const doctor = { doctorId: null, doctorName: 'Dr Example' };

describe('the facts that a request settles', () => {
  it('are none that the case holds itself: the case may be put right, and then says something else', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const names = Object.keys(triageFactsOf(answers).facts);
        expect(names.filter((name) => FACTS_HELD_BY_CASE.includes(name))).toEqual([]);
      }),
    );
  });

  it('are facts that triage knows, of the right type, and never contradict the case or each other', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const { facts } = triageFactsOf(answers);
        expect(readFacts(facts)).toEqual({ ok: true, facts });
        const { direction } = incidentOf(answers, doctor, {});
        expect(contradictions({ ...facts, direction })).toEqual([]);
      }),
    );
  });

  it('leave open what the doctor was not sure of or would not say', () => {
    const unsure = {
      ...plain,
      replied: 'unsure',
      complaint: 'unsure',
      wellbeing: 'unsaid',
    } as const;
    const { facts, unsure: names } = triageFactsOf(unsure);
    expect(names).toEqual(['doctor_already_replied', 'formal_complaint_received']);
    expect(Object.keys(facts)).not.toContain('doctor_already_replied');
    expect(Object.keys(facts)).not.toContain('doctor_distressed');
  });

  it('tell a threat and a doctor who is not safe', () => {
    const pressing = { ...plain, whatHappened: 'threat', wellbeing: 'unsafe' } as const;
    expect(triageFactsOf(pressing).facts).toMatchObject({
      contains_threat: 'explicit',
      doctor_risk_to_self: true,
    });
    expect(incidentOf(pressing, doctor, {}).isUrgent).toBe(true);
  });
});

describe('the incident of a request', () => {
  it('never takes the words of the doctor, their name or an account into its title', () => {
    fc.assert(
      fc.property(someAnswers, fc.string(), (answers, other) => {
        const changed = { ...answers, words: other, account: other, postText: other, url: other };
        expect(incidentOf(changed, doctor, {}).title).toBe(incidentOf(answers, doctor, {}).title);
      }),
    );
  });

  it('has both directions when the doctor has replied, and one when the doctor posted', () => {
    expect(incidentOf({ ...plain, replied: 'public' }, doctor, {}).direction).toBe('both');
    const own = { ...plain, whatHappened: 'own_post', replied: 'deleted' } as const;
    expect(incidentOf(own, doctor, {}).direction).toBe('by_doctor');
  });

  it('is what the adviser says where the adviser says something', () => {
    const chosen = { title: 'Another', kind: 'trolling', isUrgent: true } as const;
    expect(incidentOf(plain, doctor, chosen)).toMatchObject(chosen);
  });
});

import { missingForSignOff } from '../../index.js';
import { EMPLOYER_BRIEF } from './employer-brief.js';

const SUPERVISOR = {
  variant: 'conduct',
  recipientRole: 'supervisor',
  recipientName: 'Their educational supervisor',
  facts: 'A post about a ward',
  doctorKnows: 'yes',
  doctorSaid: 'Fine by them',
  consent: 'yes',
  consentOn: '2026-11-20',
};
const missing = (answers: Record<string, string>) =>
  missingForSignOff(EMPLOYER_BRIEF, answers).map(({ question }) => question);

describe('a brief to the employer', () => {
  it('goes to no supervisor without a recorded consent and its day (seeds row 16)', () => {
    expect(missing(SUPERVISOR)).toEqual([]);
    const refused = { ...SUPERVISOR, consent: 'no', withoutConsent: 'It seemed better' };
    expect(missing(refused)).toEqual(['consent']);
    const { consentOn: _day, ...undated } = SUPERVISOR;
    expect(missing(undated)).toEqual(['consentOn']);
  });

  it('may go to a responsible officer without consent, with the reason and never unknown to the doctor', () => {
    const officer = { ...SUPERVISOR, recipientRole: 'ro', consent: 'no' };
    expect(missing(officer)).toEqual(['withoutConsent']);
    expect(missing({ ...officer, withoutConsent: 'A risk to patients' })).toEqual([]);
    expect(missing({ ...officer, doctorKnows: 'no' })).toEqual(['doctorKnows']);
  });

  it('punishes nobody for speaking up', () => {
    const speakUp = { ...SUPERVISOR, variant: 'speak-up', concern: 'Staffing', noDetriment: 'no' };
    expect(missing(speakUp)).toEqual(['noDetriment']);
    expect(missing({ ...speakUp, noDetriment: 'yes' })).toEqual([]);
  });

  it('can be the school of a student and not only an officer (seeds row 35)', () => {
    expect(missing({ ...SUPERVISOR, recipientRole: 'school' })).toEqual([]);
  });
});

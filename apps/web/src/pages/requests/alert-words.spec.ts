import * as fc from 'fast-check';
import { type DangerAlert, statusOf } from '#intake';
import { alertWords } from './start.view.js';

const person = fc.uuid();
const raised: fc.Arbitrary<DangerAlert> = fc.record({
  id: fc.uuid(),
  organisationId: fc.uuid(),
  raisedBy: fc.option(person),
  raisedAt: fc.date({
    noInvalidDate: true,
    min: new Date('2020-01-01'),
    max: new Date('2040-01-01'),
  }),
  caseId: fc.constant(null),
  onDuty: fc.array(person),
  acknowledgedBy: fc.constant(null),
  acknowledgedAt: fc.constant(null),
});

const textOf = ({ title, paragraphs }: { title: string; paragraphs: string[] }) =>
  [title, ...paragraphs].join(' ');

describe('what the page of an alert says', () => {
  it('never claims that anybody has seen it before it is acknowledged', () => {
    fc.assert(
      fc.property(raised, fc.boolean(), (alert, isAnybodyOnDuty) => {
        const words = textOf(alertWords(statusOf(alert, isAnybodyOnDuty)));
        expect(words).toContain('Nobody has seen your alert yet');
        expect(words).not.toMatch(
          /an adviser has|acknowledged|reached|help is|coming|on (its|their) way/i,
        );
        expect(words.includes('Nobody is on duty')).toBe(!isAnybodyOnDuty);
      }),
    );
  });

  it('names the duty adviser only when the one who acknowledged was on duty, and never by name', () => {
    fc.assert(
      fc.property(raised, person, fc.boolean(), (alert, acknowledgedBy, wasOnDuty) => {
        const onDuty = wasOnDuty ? [...alert.onDuty, acknowledgedBy] : [];
        const seen = { ...alert, onDuty, acknowledgedBy, acknowledgedAt: alert.raisedAt };
        const words = textOf(alertWords(statusOf(seen, true)));
        expect(words.includes('the duty adviser')).toBe(wasOnDuty);
        expect(words).toContain('We do not call the emergency services for you');
      }),
    );
  });
});

import { compileFacts, inspect } from '#confidentiality';
import type { Organisation } from '#identity';
import { newId } from '#kernel';
import type { Case } from './case.js';
import { makeGuardContext } from './guard-context.js';
import type { PatientFact, PatientFactKind } from './patient-fact.js';

const KNOWN: [PatientFactKind, string][] = [
  ['name', 'Eirlys Tamworth'],
  ['dob', '1941-03-09'],
  ['nhs', '9434765919'],
  ['condition', 'emphysema'],
  ['medication', 'warfarin'],
  ['appointment', '2026-10-05'],
];

const TEXTS = [
  'Mrs Tamworth was a patient of ours.',
  'Eirlys was never seen at this practice.',
  'She was born on 9 March 1941.',
  'Her NHS number is 943 476 5919.',
  'She had emphysema and took warfarin.',
  'We saw her on 5 October 2026.',
  'She died on 2 November 2026.',
];

const AUDIENCES = ['public', 'platform', 'complainant', 'regulator', 'adviser'] as const;

const factOf = ([kind, value]: [PatientFactKind, string]): PatientFact => ({
  id: newId(),
  kind,
  value,
  addedAt: new Date('2026-01-05T09:00:00Z'),
  addedByName: 'An adviser',
});

const FOUND = {
  reference: 'PAR-26-7K4MX-3',
  jurisdiction: 'england',
  platform: 'google_business',
  handle: 'somebody',
  url: 'https://maps.example/review/1',
  postText: 'Nobody listened.',
  postedOn: '2026-11-19',
  doctorName: 'Dr Example',
} as Case;
const ORGANISATION = { name: 'The organisation', contacts: {} } as Organisation;

const compiled = (known: [PatientFactKind, string][]) =>
  compileFacts(
    makeGuardContext({
      found: FOUND,
      facts: known.map(factOf),
      parties: [],
      organisation: ORGANISATION,
    }),
  );

const LIVING = compiled(KNOWN);
const DEAD = compiled([...KNOWN, ['died', '2026-11-02']]);

describe('what a case knows of a patient who has died', () => {
  it.each(AUDIENCES)('is kept back as of the living, all of it: %s (seeds row 82)', (audience) => {
    for (const text of TEXTS) {
      const found = (facts: typeof LIVING) =>
        inspect({ text, channel: 'letter', audience, facts }).findings.map(
          ({ rule, start, end, severity }) => [rule, start, end, severity],
        );
      expect(found(DEAD)).toEqual(expect.arrayContaining(found(LIVING)));
    }
  });

  it('blocks in public whatever it blocked before, and the day of the death (seeds row 82)', () => {
    for (const text of TEXTS) {
      const { verdict } = inspect({ text, channel: 'letter', audience: 'public', facts: DEAD });
      expect([text, verdict]).toEqual([text, 'block']);
    }
    expect(DEAD.context.appointments).toContain('2026-11-02');
  });
});

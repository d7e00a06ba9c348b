import * as fc from 'fast-check';
import { newReference } from '#kernel';
import {
  hearReference,
  PATIENT_FACT_KINDS,
  type PatientFactKind,
  readPatientFact,
} from './index.js';

const TODAY = '2026-11-22';
const read = (kind: PatientFactKind, value: string) => readPatientFact(kind, value, TODAY);

describe('a patient fact as it is typed', () => {
  it.each<[PatientFactKind, string]>([
    ['name', '  '],
    ['nhs', '943 476 591'],
    ['nhs', '943 476 591X'],
    ['ihi', '1234567890'],
    ['pps', '123456TA'],
    ['dob', '31/2/2001'],
    ['dob', '2026-11-23'],
    ['dob', 'in March'],
    ['email', 'nobody'],
    ['phone', 'call me'],
    ['postcode', 'Leeds'],
    ['address', 'x'.repeat(501)],
  ])('is refused as %s: %j', (kind, value) => {
    expect(() => read(kind, value)).toThrow(
      expect.objectContaining({ code: 'patient-fact-wrong' }),
    );
  });

  it.each<[PatientFactKind, string, string]>([
    ['nhs', '943 476-5919', '9434765919'],
    ['dob', '9/3/2001', '2001-03-09'],
    ['dob', '2001-03-09', '2001-03-09'],
    ['appointment', '1.12.2026', '2026-12-01'],
    ['pps', '1234567TW', '1234567TW'],
    ['postcode', 'ls1 4ap', 'ls1 4ap'],
    ['postcode', 'D02 X285', 'D02 X285'],
    ['phone', '+44 (0)20 7946 0100', '+44 (0)20 7946 0100'],
    ['name', ' Zoë <b>Ó’Brien</b> 👩 ', 'Zoë <b>Ó’Brien</b> 👩'],
  ])('is kept as %s: %j', (kind, value, kept) => {
    expect(read(kind, value)).toBe(kept);
  });

  it('is kept or refused at its field, whatever is typed', () => {
    const kinds = Object.keys(PATIENT_FACT_KINDS) as PatientFactKind[];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string({ unit: 'binary' }), (kind, value) => {
        try {
          expect(read(kind, value)).not.toBe('');
        } catch (error) {
          expect(error).toMatchObject({ code: 'patient-fact-wrong', faults: [{ field: 'value' }] });
        }
      }),
    );
  });
});

describe('a reference as it is read out', () => {
  it('is not guessed from one with a wrong character', () => {
    expect(hearReference('PAR-26-22222-3')).toBeUndefined();
    expect(hearReference('')).toBeUndefined();
    expect(hearReference('the case of last week')).toBeUndefined();
  });

  it('is found with other dashes, without dashes, in small letters, and with letters for the year', () => {
    for (const year of [2026, 2010, 2031]) {
      const reference = newReference('PAR', year);
      const [, digits, body, check] = reference.split('-') as [string, string, string, string];
      const misheard = digits.replaceAll('0', 'O').replaceAll('1', 'l');
      for (const typed of [
        reference.toLowerCase(),
        reference.replaceAll('-', ' – '),
        `par ${digits} ${body} ${check}`,
        `${digits}${body}${check}`,
        `PAR${misheard}${body}${check}`,
        `par dash ${digits} dash ${body} hyphen ${check}.`,
      ]) {
        expect(hearReference(typed)).toBe(reference);
      }
    }
  });
});

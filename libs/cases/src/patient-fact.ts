import { type Id, Invalid } from '#kernel';

/** What can be known of a patient, in words. The kinds are the ones that the guard takes. */
export const PATIENT_FACT_KINDS = {
  name: 'Name',
  alias: 'Other name',
  dob: 'Date of birth',
  died: 'Date of death',
  nhs: 'NHS number',
  chi: 'CHI number (Scotland)',
  hc: 'Health and care number (Northern Ireland)',
  ihi: 'Individual health identifier (Ireland)',
  pps: 'PPS number (Ireland)',
  mrn: 'Hospital or practice record number',
  phone: 'Phone number',
  email: 'E-mail address',
  address: 'Address',
  postcode: 'Postcode or Eircode',
  handle: 'Account name online',
  third_party: 'Name of a relative or other person',
  appointment: 'Date of an appointment or stay',
  condition: 'Condition',
  procedure: 'Procedure or test',
  medication: 'Medication',
} as const;
export type PatientFactKind = keyof typeof PATIENT_FACT_KINDS;

/** Why somebody who does not own the case reads its patient facts. Codes, so that the trail holds no content. */
export const READING_REASONS = {
  'covering-for-owner': 'I am covering for the owner of the case',
  'checking-a-draft': 'I am checking or approving a draft',
  supervising: 'I am supervising the case',
  'data-protection': 'I am dealing with a breach or an access request',
  'complaint-or-claim': 'I am dealing with a complaint or a claim',
  'somebody-at-risk': 'Somebody may be at risk',
} as const;
export type ReadingReason = keyof typeof READING_REASONS;

/** One thing that is known of the patient, opened. */
export interface PatientFact {
  readonly id: Id;
  readonly kind: PatientFactKind;
  readonly value: string;
  readonly addedAt: Date;
  readonly addedByName: string;
}

/** Longest value, in UTF-16 code units. */
export const PATIENT_FACT_LENGTH = 500;

const NUMBERS: Partial<Record<PatientFactKind, { digits: number; example: string }>> = {
  nhs: { digits: 10, example: '10 digits' },
  chi: { digits: 10, example: '10 digits' },
  hc: { digits: 10, example: '10 digits' },
  ihi: { digits: 18, example: '18 digits' },
};

const FORMS: Partial<Record<PatientFactKind, { form: RegExp; says: string }>> = {
  pps: {
    form: /^\d{7}[A-Z]{1,2}$/i,
    says: 'Enter a PPS number: seven digits and one or two letters',
  },
  email: { form: /^[^\s@]+@[^\s@]+$/, says: 'Enter an e-mail address, such as name@example.com' },
  phone: { form: /^\+?[\d\s().-]{6,30}$/, says: 'Enter a phone number in digits' },
  postcode: {
    form: /^([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[\dW] ?[A-Z\d]{4})$/i,
    says: 'Enter a postcode such as LS1 4AP or an Eircode such as D02 X285',
  },
};

const DATES: ReadonlySet<PatientFactKind> = new Set(['dob', 'died', 'appointment']);

/**
 * Reads a value as a person types it: form only, since a wrong check digit can be what the record says.
 *
 * @param today civil date; a birth lies before it.
 * @returns the value as it is kept: dates as `YYYY-MM-DD`, numbers without gaps.
 * @throws Invalid `patient-fact-wrong`, the fault at `value`.
 */
export function readPatientFact(kind: PatientFactKind, typed: string, today: string): string {
  const value = typed.normalize('NFC').trim();
  if (value === '') throw wrong(`Enter the ${PATIENT_FACT_KINDS[kind].toLowerCase()}`);
  if (value.length > PATIENT_FACT_LENGTH) {
    throw wrong(`The value must be ${PATIENT_FACT_LENGTH} characters or fewer`);
  }
  if (DATES.has(kind)) return readDate(kind, value, today);
  const number = NUMBERS[kind];
  if (number) return readNumber(number, value);
  const rule = FORMS[kind];
  if (rule && !rule.form.test(value)) throw wrong(rule.says);
  return value;
}

function readNumber(
  { digits, example }: { digits: number; example: string },
  value: string,
): string {
  const bare = value.replaceAll(/[\s-]/g, '');
  if (!/^\d+$/.test(bare) || bare.length !== digits) throw wrong(`Enter ${example}`);
  return bare;
}

/** Takes `2001-03-09`, `9/3/2001` and `9 3 2001`: day, month, year. */
function readDate(kind: PatientFactKind, value: string, today: string): string {
  const parts = /^(\d{1,2})[\s/.-](\d{1,2})[\s/.-](\d{4})$/.exec(value);
  const iso = parts
    ? `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}`
    : value;
  const date = new Date(`${iso}T00:00:00Z`);
  const isReal = /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(date.getTime());
  if (!isReal || date.toISOString().slice(0, 10) !== iso) {
    throw wrong('Enter a real date, such as 9/3/2001');
  }
  const isOfLife = kind === 'dob' || kind === 'died';
  if (isOfLife && iso > today) {
    throw wrong(`A ${PATIENT_FACT_KINDS[kind].toLowerCase()} cannot be in the future`);
  }
  return iso;
}

function wrong(message: string): Invalid {
  return new Invalid('patient-fact-wrong', 'There is a problem with the patient fact.', [
    { field: 'value', message },
  ]);
}

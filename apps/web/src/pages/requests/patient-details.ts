import { type Category, compileFacts, inspectSafely } from '#confidentiality';

const WORDS: Partial<Record<Category, string>> = {
  person_name: 'a name',
  nhs_number: 'a number that looks like an NHS number',
  chi_number: 'a number that looks like a CHI number',
  hc_number: 'a number that looks like a health and care number',
  ihi_number: 'a number that looks like an individual health identifier',
  pps_number: 'a number that looks like a PPS number',
  mrn: 'a number that looks like a record number',
  dob: 'a date that may be a date of birth',
  phone: 'a telephone number',
  email: 'an e-mail address',
  address: 'an address',
  postcode: 'a postcode',
  eircode: 'an Eircode',
};

const NO_FACTS = compileFacts({});

/** What in a doctor's own words may point to a patient, in words; empty when nothing was noticed. */
export function patientDetailsIn(text: string): string[] {
  if (text === '') return [];
  const report = inspectSafely({
    text,
    channel: 'free_text',
    // The strictest reader: an adviser may know a patient, but the doctor need not tell all.
    audience: 'public',
    facts: NO_FACTS,
  });
  const found = report.findings.map(({ category }) => WORDS[category]);
  return [...new Set(found.filter((word) => word !== undefined))];
}

import type { RegulatorRecord } from '../regulator.js';

/**
 * Who keeps the registers. A pack for another profession is one record here, with the keys of its sources
 * and clocks: no code reads the name of a regulator.
 */
export const REGULATORS: readonly RegulatorRecord[] = [
  {
    key: 'gmc',
    name: 'General Medical Council',
    shortName: 'GMC',
    professions: ['doctor', 'physician associate', 'anaesthesia associate'],
    jurisdictions: ['england', 'wales', 'scotland', 'northern_ireland'],
    numberName: 'GMC reference number',
    numberPattern: '^\\d{7}$',
    tribunal: 'Medical Practitioners Tribunal Service (MPTS)',
    liaison: 'employer liaison adviser',
    sources: ['A1', 'A2', 'A3', 'A4'],
    clocks: [
      'gmc_rule7_28d',
      'iot_hearing_date',
      'regulator_letter_date',
      'self_report_without_delay',
    ],
    link: 'https://www.gmc-uk.org',
    status: 'in_use',
  },
  {
    key: 'medical_council_ie',
    name: 'Medical Council',
    shortName: 'Medical Council (Ireland)',
    professions: ['doctor'],
    jurisdictions: ['ireland'],
    numberName: 'Medical Council registration number',
    numberPattern: '^\\d{5,6}$',
    tribunal: 'Fitness to Practise Committee',
    liaison: null,
    sources: ['A6', 'A6.ie', 'A6.confidentiality', 'A6.recordings'],
    clocks: ['regulator_letter_date', 'self_report_without_delay'],
    link: 'https://www.medicalcouncil.ie',
    status: 'in_use',
  },
  extensionPoint('gdc', 'General Dental Council', 'GDC', ['dentist', 'dental care professional']),
  extensionPoint('nmc', 'Nursing and Midwifery Council', 'NMC', ['nurse', 'midwife']),
  extensionPoint('hcpc', 'Health and Care Professions Council', 'HCPC', [
    'allied health professional',
  ]),
  {
    ...extensionPoint('coru', 'CORU', 'CORU', ['health and social care professional']),
    jurisdictions: ['ireland'],
  },
  {
    ...extensionPoint('psni', 'Pharmaceutical Society of Northern Ireland', 'PSNI', ['pharmacist']),
    jurisdictions: ['northern_ireland'],
  },
];

/** A regulator that is known by name alone: it cannot be chosen until somebody writes its sources down. */
function extensionPoint(
  key: string,
  name: string,
  shortName: string,
  professions: readonly string[],
): RegulatorRecord {
  return {
    key,
    name,
    shortName,
    professions,
    jurisdictions: ['england', 'wales', 'scotland', 'northern_ireland'],
    numberName: `${shortName} registration number`,
    numberPattern: null,
    tribunal: null,
    liaison: null,
    sources: [],
    clocks: [],
    link: null,
    status: 'extension_point',
  };
}

import { type CaseContext, type CompiledFacts, compileFacts } from '#confidentiality';
import type { TemplateFacts } from '../template-variables.js';

/** An invented case that knows much, to try a wording with: what is written into the text, and what the guard is told. */
export interface SampleCase {
  readonly key: string;
  readonly title: string;
  /** Without the organisation, which is the same for all. */
  readonly facts: TemplateFacts;
  readonly context: CaseContext;
}

/** The invented body in whose name the samples go out. */
export const SAMPLE_ORGANISATION = {
  name: 'Larkfield Surgery',
  complaintsContact: 'the practice manager, Jo Kind, on 0113 496 0100',
  phone: '0113 496 0100',
  website: 'https://larkfield.example/feedback',
  address: '1 Lark Road, Leeds LS1 4AP',
  pressOffice: 'press@larkfield.example',
  dataProtectionContact: 'dpo@larkfield.example',
  complaintsAdvocacy: 'the advocacy service, 0113 496 0300',
  complaintsOmbudsman: 'the ombudsman, 0113 496 0400',
  supportServices: ['A listening service', 'A counselling line, 0113 496 0500'],
  adviceLine: '020 7946 0100',
  safeguardingLead: 'Dr Sam Lead',
} as const;

const GUARD_ORGANISATION = {
  name: SAMPLE_ORGANISATION.name,
  phones: ['0113 496 0100', '0113 496 0300', '0113 496 0400', '0113 496 0500', '020 7946 0100'],
  emails: [SAMPLE_ORGANISATION.pressOffice, SAMPLE_ORGANISATION.dataProtectionContact],
  addresses: [SAMPLE_ORGANISATION.address],
  website: SAMPLE_ORGANISATION.website,
  contacts: ['Jo Kind', 'Dr Sam Lead'],
};

/** The cases by which every wording is tried. People, numbers and addresses are invented. */
export const SAMPLE_CASES: readonly SampleCase[] = [
  {
    key: 'review',
    title: 'A review of a practice in England, by somebody whom it knows well',
    facts: {
      doctor: { name: 'Dr Alice Example', registrationNumber: '7654321' },
      adviser: { name: 'Ada Adviser' },
      case: { reference: 'PAR-26-7K4MX-3' },
      complaint: { receivedOn: '2026-01-05' },
      acknowledgement: { dueOn: '2026-01-08' },
      response: { dueOn: '2026-02-05' },
      platform: {
        name: 'Google Business reviews',
        addressee: 'the moderators',
        request: 'We ask you to remove the content.',
      },
      post: { url: 'https://maps.example/review/1', handle: 'angrybird', date: '2026-01-02' },
      ground: { title: 'Personal information', explanation: 'It names a private person.' },
      patient: { name: 'Mary Kelly' },
    },
    context: {
      jurisdiction: 'england',
      organisation: { ...GUARD_ORGANISATION, clinicians: ['Dr Alice Example'] },
      patient: {
        names: ['Mary Kelly'],
        dob: '1980-01-02',
        identifiers: { nhs: '943 476 5919' },
        phones: ['07700 900123'],
        postcode: 'LS1 2AB',
      },
      conditions: ['asthma'],
      procedures: ['spirometry'],
      medications: ['salbutamol'],
      post: {
        handle: 'angrybird',
        url: 'https://maps.example/review/1',
        date: '2026-01-02',
        text: 'Waited an hour for care. The complaints team did not look into my concern.',
      },
    },
  },
  {
    key: 'relative',
    title: 'A post by the son of a patient of a hospital in Ireland',
    facts: {
      doctor: { name: 'Dr Brian Sample', registrationNumber: '412345' },
      adviser: { name: 'Aoife Adviser' },
      case: { reference: 'PAR-26-9M2KD-7' },
      complaint: { receivedOn: '2026-03-02' },
      acknowledgement: { dueOn: '2026-03-09' },
      response: { dueOn: '2026-04-13' },
      platform: {
        name: 'Facebook',
        addressee: 'the content team',
        request: 'We ask you to look at the content again.',
      },
      post: { url: 'https://social.example/p/77', handle: 'seanog', date: '2026-02-27' },
      ground: { title: 'Bullying', explanation: 'It calls for others to follow a private person.' },
      patient: { name: 'Nora Quigley' },
    },
    context: {
      jurisdiction: 'ireland',
      organisation: { ...GUARD_ORGANISATION, clinicians: ['Dr Brian Sample'] },
      patient: { names: ['Nora Quigley'], dob: '1943-11-19', phones: ['085 012 3456'] },
      appointments: ['2026-02-20'],
      conditions: ['heart failure'],
      procedures: ['angiogram'],
      medications: ['furosemide'],
      post: {
        handle: 'seanog',
        url: 'https://social.example/p/77',
        date: '2026-02-27',
        text: 'They lost my mother’s angiogram and nobody rang us back.',
      },
    },
  },
  {
    key: 'stranger',
    title: 'A post of which nothing is known, in Scotland',
    facts: {
      doctor: { name: 'Dr Catriona Trial', registrationNumber: '6123450' },
      adviser: { name: 'Callum Adviser' },
      case: { reference: 'PAR-26-4T8XB-2' },
      complaint: { receivedOn: '2026-06-15' },
      acknowledgement: { dueOn: '2026-06-18' },
      response: { dueOn: '2026-07-13' },
      platform: {
        name: 'Trustpilot',
        addressee: 'the integrity team',
        request: 'We ask you to check whether this is a genuine experience.',
      },
      post: { url: 'https://reviews.example/r/5', handle: 'weeglesga', date: '2026-06-12' },
      ground: { title: 'Not genuine', explanation: 'It describes another business.' },
      patient: { name: 'Fiona Baird' },
    },
    context: {
      jurisdiction: 'scotland',
      organisation: { ...GUARD_ORGANISATION, clinicians: ['Dr Catriona Trial'] },
      post: {
        handle: 'weeglesga',
        url: 'https://reviews.example/r/5',
        date: '2026-06-12',
        text: 'Worst surgery in town.',
      },
    },
  },
  {
    key: 'no-authority',
    title: 'A letter to a daughter in Wales who has no authority to hear of her father',
    facts: {
      doctor: { name: 'Dr Dilys Prawf', registrationNumber: '7012345' },
      adviser: { name: 'Ceri Adviser' },
      case: { reference: 'PAR-26-3H5WQ-8' },
      complaint: { receivedOn: '2026-04-13' },
      acknowledgement: { dueOn: '2026-04-20' },
      response: { dueOn: '2026-05-27' },
      platform: {
        name: 'Google Business reviews',
        addressee: 'the moderators',
        request: 'We ask you to remove the content.',
      },
      post: { url: 'https://maps.example/review/9', handle: 'bethan r', date: '2026-04-10' },
      ground: { title: 'Personal information', explanation: 'It names a private person.' },
      patient: { name: 'Emrys Rowlands' },
    },
    context: {
      jurisdiction: 'wales',
      organisation: { ...GUARD_ORGANISATION, clinicians: ['Dr Dilys Prawf'] },
      patient: { names: ['Emrys Rowlands'], dob: '1938-05-06', phones: ['07700 900456'] },
      complainant: 'Bethan Rowlands (daughter)',
      complainant_authority: false,
      appointments: ['2026-04-02'],
      conditions: ['dementia'],
      medications: ['donepezil'],
      post: {
        handle: 'bethan r',
        url: 'https://maps.example/review/9',
        date: '2026-04-10',
        text: 'Nobody listened to me about my father. You told us before that day that he could stay.',
      },
    },
  },
];

const compiled = new Map<string, CompiledFacts>();

/** What the guard knows of a sample; compiled when it is first asked for. */
export function knownOfSample({ key, context }: SampleCase): CompiledFacts {
  const known = compiled.get(key) ?? compileFacts(context);
  compiled.set(key, known);
  return known;
}

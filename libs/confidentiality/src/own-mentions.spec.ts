import { compileFacts, inspectSafely } from './index.js';
import type { CaseContext, OrganisationContext } from './index.js';

const PATIENT: CaseContext = {
  patient: {
    names: ['Fatima Khan'],
    aliases: ['Fati', 'F.K.'],
    identifiers: { nhs: '999 123 4578', mrn: 'HD-20417' },
    phones: ['07700 900123', '0113 496 0142'],
    emails: ['fati.khan78@example.com'],
    addresses: ['48 Beech Grove, Leeds', 'Flat 2, 19 Orchard Road'],
    postcode: 'LS6 4QQ',
  },
  third_parties: ['Imran Khan', 'Zara'],
};

function found(text: string, organisation: OrganisationContext, more: CaseContext = {}): string[] {
  const facts = compileFacts({ ...PATIENT, ...more, organisation });
  const report = inspectSafely({ text, channel: 'review_reply', audience: 'public', facts });
  return report.findings.map(
    ({ category, start, end }) => `${category}: ${text.slice(start, end)}`,
  );
}

describe('a patient who shares the surname of the clinician', () => {
  it.each([
    ['Mrs Khan, thank you.', 'Mrs Khan'],
    ['Ms Khan, thank you.', 'Ms Khan'],
    ['Miss Khan, thank you.', 'Miss Khan'],
    ['Mr Khan, thank you.', 'Mr Khan'],
    ['Nurse Khan, thank you.', 'Khan'],
    ['Thank you, Fatima.', 'Fatima'],
    ['Thank you, Fatima Khan.', 'Fatima Khan'],
    ['Thank you, Khan.', 'Khan'],
    ['Dr Khan thanks Mrs Khan.', 'Mrs Khan'],
    ['Dr Khan and Fatima Khan.', 'Fatima Khan'],
    ['Dr Fatima Khan', 'Dr Fatima Khan'],
  ])('is found in %j', (text, name) => {
    for (const clinician of ['Dr Khan', 'Dr Tariq Khan', 'Dr Fatima Khan'])
      expect(found(text, { clinicians: [clinician] })).toContain(`person_name: ${name}`);
  });

  it.each([
    ['Dr Khan', 'Dr Khan has worked here for years.'],
    ['Dr Khan', 'Doctor Khan has worked here for years.'],
    ['Dr Tariq Khan', 'Dr. Khan has worked here for years.'],
    ['Dr Tariq Khan', 'Tariq Khan has worked here for years.'],
    ['Dr Fatima Khan', 'Dr Khan has worked here for years.'],
    ['Mr Tariq Khan', 'Mr Khan has worked here for years.'],
    ['Mrs Aisha Khan', 'Mrs Khan has worked here for years.'],
    ['Miss Khan', 'Miss Khan has worked here for years.'],
    ['Ms Khan', 'Ms Khan has worked here for years.'],
    ['Professor Khan', 'Prof Khan has worked here for years.'],
  ])('leaves %s their own title and name: %s', (clinician, text) => {
    expect(found(text, { clinicians: [clinician] })).toEqual([]);
  });

  it('is found under the title by which the case knows the patient', () => {
    for (const alias of ['Mrs Khan', 'Dr Khan', 'Mrs F Khan'])
      expect(
        found(`${alias}, thank you.`, { clinicians: [alias] }, { patient: { aliases: [alias] } }),
      ).toEqual([`person_name: ${alias}`]);
  });

  it('leaves a surname of several words behind the title', () => {
    const patient = { names: ['Angharad Llewelyn-Price'] };
    const clinicians = ['Dr Carys Llewelyn-Price'];
    expect(found('Dr Llewelyn-Price is away.', { clinicians }, { patient })).toEqual([]);
    expect(found('Mrs Llewelyn-Price is away.', { clinicians }, { patient })).toContain(
      'person_name: Mrs Llewelyn-Price',
    );
  });
});

describe('facts of the case entered as details of the organisation', () => {
  const people = ['Fatima Khan', 'Mrs Fatima Khan', 'Fati', 'F.K.', 'Zara', 'Khan'];
  it.each(people)('do not silence the name %s', (name) => {
    const text = `We thank ${name} for writing.`;
    const unsaid = found(text, {});
    expect(unsaid).toHaveLength(1);
    expect(found(text, { clinicians: [name] })).toEqual(unsaid);
    expect(found(text, { contacts: [name] })).toEqual(unsaid);
    expect(found(text, { name, addresses: [name] })).toEqual(unsaid);
  });

  it('do not silence a relative, nor a name turned round', () => {
    const named = ['third_party: Imran Khan'];
    expect(found('Thank you, Imran Khan.', { contacts: ['Imran Khan'] })).toEqual(named);
    const turned = ['person_name: Khan', 'person_name: Fatima'];
    expect(found('Thank you, Khan Fatima.', { contacts: ['Khan Fatima'] })).toEqual(turned);
  });

  it.each(['Mrs Khan', 'Fatima please', 'please Fatima'])(
    'do not silence the name by way of the contact %j',
    (contact) => {
      expect(found(`${contact} ring us.`, { contacts: [contact] })).toHaveLength(1);
    },
  );

  it('do not silence the short title of a patient named in full as clinician', () => {
    expect(found('Mrs Khan, ring us.', { clinicians: ['Mrs Fatima Khan'] })).toHaveLength(1);
  });

  it.each([
    ['phone: 07700 900123', 'Ring 07700 900123.'],
    ['phone: 0113 496 0142', 'Ring 0113 496 0142.'],
    ['email: fati.khan78@example.com', 'Write to fati.khan78@example.com.'],
    ['address: 48 Beech Grove', 'Come to 48 Beech Grove, Leeds.'],
    ['address: 19 Orchard Road', 'Come to 19 Orchard Road.'],
    ['postcode: LS6 4QQ', 'Is LS6 4QQ right?'],
    ['nhs_number: 999 123 4578', 'Quote 999 123 4578.'],
    ['mrn: HD-20417', 'Quote HD-20417.'],
  ])('do not silence %s', (finding, text) => {
    const details = {
      phones: ['07700 900123', '0113 496 0142', '999 123 4578'],
      emails: ['fati.khan78@example.com'],
      addresses: ['48 Beech Grove, Leeds, LS6 4QQ', 'Flat 2, 19 Orchard Road', '19 Orchard Road'],
      website: 'https://example.com',
      contacts: ['48 Beech Grove', '999 123 4578', 'HD-20417'],
    };
    expect(found(text, details)).toContain(finding);
  });
});

describe('names that an organisation shares with its patient', () => {
  it.each([
    ['Ring Helen Ward.', { contacts: ['Helen Ward'] }, ['Helen Smith']],
    ['Ring Helen Ward.', { contacts: ['the manager, Helen Ward', 'Helen Ward'] }, ['Sara Ward']],
    ["Welcome to St Mark's Hospital.", { name: "St Mark's Hospital" }, ['Mark Young']],
    ['We are Winter Road Surgery.', { name: 'Winter Road Surgery' }, ['May Winter']],
  ])('are its own within its longer name: %s', (text, organisation, names) => {
    expect(found(text, organisation, { patient: { names } })).toEqual([]);
  });

  it('are the patient’s outside of it', () => {
    const patient = { names: ['Helen Smith'] };
    expect(found('Helen, ring Helen Ward.', { contacts: ['Helen Ward'] }, { patient })).toEqual([
      'person_name: Helen',
    ]);
  });

  it('do not make the town of both an address', () => {
    const patient = { addresses: ['1 Beech Grove, Milton Keynes'] };
    const organisation = { addresses: ['9 High Street, Milton Keynes MK1 9ZZ'] };
    expect(found('We are in Milton Keynes.', organisation, { patient })).toEqual([]);
  });
});

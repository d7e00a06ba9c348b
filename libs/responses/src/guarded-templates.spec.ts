import { compileFacts, inspectSafely } from '#confidentiality';
import { AUDIENCES, render } from './index.js';
import type { ResponseTemplate, TemplateFacts } from './index.js';
import { shippedCatalogue } from './template-fixtures.js';

const organisation = {
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
};

const facts: TemplateFacts = {
  organisation,
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
};

/** A case that knows much, and a post that shares words with what we like to say. */
const known = compileFacts({
  jurisdiction: 'england',
  organisation: {
    name: organisation.name,
    phones: ['0113 496 0100', '0113 496 0300', '0113 496 0400', '0113 496 0500', '020 7946 0100'],
    emails: [organisation.pressOffice, organisation.dataProtectionContact],
    addresses: [organisation.address],
    website: organisation.website,
    clinicians: ['Dr Alice Example'],
    contacts: ['Jo Kind', 'Dr Sam Lead'],
  },
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
});

/** Every text that a template can make: each choice in turn. */
function variants(template: ResponseTemplate): Record<string, string>[] {
  const entries = Object.entries(template.inputs);
  const first = entries.map(([name, { type, choices }]) => [
    name,
    choices?.[0] ?? (type === 'date' ? '2026-01-05' : 'some words'),
  ]);
  const plain = Object.fromEntries(first) as Record<string, string>;
  const chosen = entries.flatMap(([name, { choices }]) =>
    (choices ?? []).map((choice) => ({ ...plain, [name]: choice })),
  );
  return [plain, ...chosen];
}

describe('the guard lets through', () => {
  const catalogue = shippedCatalogue();

  it.each(catalogue.templates.map((template) => [template.id, template] as const))(
    '%s in every form that it can take',
    (_, template) => {
      for (const inputs of variants(template)) {
        const rendering = render(template, { ...facts, inputs });
        const text = rendering.state === 'rendered' ? rendering.text : '';
        expect(rendering).toMatchObject({ state: 'rendered' });
        const audience = AUDIENCES[template.audience].guardAudience;
        const request = { text, channel: template.channel, audience, facts: known };
        const { verdict, findings } = inspectSafely(request);
        const found = findings.map(({ start, end, rule }) => `${rule}: ${text.slice(start, end)}`);
        expect([verdict, found]).toEqual(['pass', []]);
      }
    },
  );

  it('nothing that names the patient, so the trial can fail', () => {
    const request = { channel: 'review_reply', audience: 'public', facts: known } as const;
    expect(inspectSafely({ ...request, text: 'Thank you, Mary Kelly.' }).verdict).toBe('block');
  });
});

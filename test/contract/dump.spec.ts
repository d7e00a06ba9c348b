import { EvidenceKeeping } from '#evidence';
import { AlertRaisingService } from '#intake';
import { INCIDENT } from '../redteam/objects.js';
import { aPng, keepText, SEEN } from '../support/evidence.js';
import { Given, type TestPerson } from '../support/given.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { placesOf, readEverything, readFiles } from './dump.js';

const FACTS = {
  name: 'Philippa Quillfeather',
  alias: 'Pippa Quillfeather',
  dob: '1961-04-27',
  nhs: '943 476 5919',
  phone: '07700 900461',
  email: 'philippa@quillfeather.example',
  address: '14 Marigold Terrace',
  postcode: 'ZZ9 4QT',
  mrn: 'MRN-77120934',
};
const PARTY = { name: 'Rupert Quillfeather', contact: 'rupert@quillfeather.example' };
/** Of somebody in danger, who asks to be called. */
const CALL_BACK = '07700 900883';
/** A date is too common to look for. */
const SECRETS = [
  ...Object.entries(FACTS)
    .filter(([kind]) => kind !== 'dob')
    .map(([, value]) => value),
  FACTS.nhs.replaceAll(' ', ''),
  'quillfeather',
  ...Object.values(PARTY),
  CALL_BACK,
];

let test: TestApp;
let adviser: TestPerson;
let reference: string;

beforeAll(async () => {
  test = await startTestApp();
  const given = new Given(test.app);
  adviser = await given.aPerson(await given.anOrganisation(), 'adviser');
  const rights = ['case:read', 'case:write', 'patient-fact:read', 'patient-fact:write'] as const;
  const token = await given.aToken(adviser, [...rights]);
  const call = callAs(token);
  const opened = await call('POST', '/api/v1/cases', INCIDENT);
  reference = (opened.body as { reference: string }).reference;
  await call('PUT', `/api/v1/cases/${reference}/assignment`, { personId: 'me' });
  for (const [kind, value] of Object.entries(FACTS)) {
    await call('POST', `/api/v1/cases/${reference}/patient-facts`, { kind, value });
  }
  const party = { role: 'relative', ...PARTY };
  await call('POST', `/api/v1/cases/${reference}/parties`, party);
  await keepText(test, adviser, reference, `${FACTS.name} wrote this.`, {
    shows: `A post by ${PARTY.name}`,
    capturedBy: PARTY.name,
  });
  const picture = { name: `${PARTY.name}.png`, content: aPng(FACTS.address) };
  await test.app.get(EvidenceKeeping).keepFile(adviser.actor, reference, picture, SEEN);
  await test.app.get(AlertRaisingService).raise({
    organisationId: adviser.actor.organisationId,
    personId: null,
    phone: CALL_BACK,
  });
  const read = await call('GET', `/api/v1/cases/${reference}/patient-facts`);
  expect(JSON.stringify(read.body)).toContain(FACTS.name);
});
afterAll(() => test?.close());

/** Each write with a key, so that what is kept for a second sending is looked through too. */
function callAs(token: string) {
  let calls = 0;
  return async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': `call-${(calls += 1)}` };
    const answer = await test.app.inject({ method, url, headers, ...(payload && { payload }) });
    if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.body}`);
    return { body: JSON.parse(answer.body || 'null') as unknown };
  };
}

describe('a stolen copy of the database', () => {
  it('is read to the last row: what is kept in clear is found', async () => {
    const everything = await readEverything(test.ownerUrl);
    expect(placesOf([INCIDENT.postText], everything)).toContain(
      `${INCIDENT.postText} in public.case_record`,
    );
    expect(placesOf([reference], everything).length).toBeGreaterThan(0);
  });

  it('shows nothing of a patient or of the people around one', async () => {
    expect(placesOf(SECRETS, await readEverything(test.ownerUrl))).toEqual([]);
  });

  it('shows no address by which people sign in', async () => {
    const everything = await readEverything(test.ownerUrl);
    expect(placesOf([adviser.email, adviser.password], everything)).toEqual([]);
  });

  it('is no more use with the files beside it', () => {
    const written = readFiles(test.config.dataDirectory);
    expect(placesOf([...SECRETS, adviser.email], written)).toEqual([]);
  });
});

describe('the search of the copy', () => {
  it.each([
    ['as it is', 'a,Philippa Quillfeather,b'],
    ['in capitals', 'PHILIPPA QUILLFEATHER'],
    ['as bytes', `\\x${Buffer.from('Philippa Quillfeather').toString('hex')}`],
    ['in base64', Buffer.from('Philippa Quillfeather').toString('base64')],
  ])('finds a name %s', (_, text) => {
    expect(placesOf([FACTS.name], [{ place: 'somewhere', text }])).toHaveLength(1);
  });
});

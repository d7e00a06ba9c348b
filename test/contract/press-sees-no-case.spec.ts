import { ModulesContainer } from '@nestjs/core';
import {
  type Case,
  NotesService,
  PartiesService,
  PatientFactsService,
  PrivilegeService,
} from '#cases';
import { PERSON_ONLY } from '#identity';
import { JobProcessor, NO_ORGANISATION, Transactions } from '#platform';
import { MakeExport } from '#reporting';
import {
  DraftCompositionService,
  EnquiriesService,
  PressStatementActs,
  SafeSummaryService,
} from '#responses';
import { listRoutes, type Route } from '../../apps/web/src/http/route-list.js';
import { aCase, decideRoutes } from '../support/casework.js';
import { keepText } from '../support/evidence.js';
import { Given, type TestPerson } from '../support/given.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { addressOf, sampleBody } from './route-samples.js';
import { Walker } from './walker.js';

const WALK_MS = 300_000;

/** Planted wherever a case has words that the press office must not read. */
const CANARIES = {
  title: 'Corncrake',
  post: 'Lapwing',
  handle: 'Dunlin',
  address: 'turnstone',
  doctor: 'Greenshank',
  patient: 'Whimbrel',
  condition: 'psoriasis',
  party: 'Redshank',
  note: 'Bittern',
  draft: 'Sanderling',
  evidence: 'Whinchat',
  privileged: 'Godwit',
} as const;

let test: TestApp;
let routes: Route[];
let press: TestPerson;
let walker: Walker;
let found: Case;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  test = await startTestApp();
  routes = listRoutes(test.app.get(ModulesContainer));
  const given = new Given(test.app);
  const own = await given.anOrganisation();
  const adviser = await given.aPerson(own, 'adviser');
  press = await given.aPerson(own, 'press');
  found = await plantCase(adviser);
  ids = await plantPress(adviser);
  test.app.get(JobProcessor).register(test.app.get(MakeExport));
  const scopes = [...press.actor.permissions].filter((right) => !PERSON_ONLY.includes(right));
  walker = await new Walker(test.app, await given.aToken(press, scopes)).signIn(press);
}, WALK_MS);
afterAll(() => test?.close());

/** A press case whose every clinical field holds a canary. */
async function plantCase(adviser: TestPerson): Promise<Case> {
  const made = await aCase(test, adviser, {
    title: `${CANARIES.title} review`,
    postText: `${CANARIES.post} was late.`,
    handle: CANARIES.handle,
    url: `https://${CANARIES.address}.example/`,
    doctorName: `Dr ${CANARIES.doctor}`,
  });
  const { actor } = adviser;
  await decideRoutes(test, adviser, made.reference, ['moderator_report', 'press_office']);
  const facts = test.app.get(PatientFactsService);
  await facts.add(actor, made.reference, { kind: 'name', value: `Anna ${CANARIES.patient}` });
  await facts.add(actor, made.reference, { kind: 'condition', value: CANARIES.condition });
  await test.app.get(PartiesService).add(actor, made.reference, {
    role: 'relative',
    name: CANARIES.party,
    relation: 'daughter',
    contact: '',
    isPatient: false,
    hasAuthority: false,
  });
  await test.app.get(NotesService).add(actor, made.reference, `${CANARIES.note} rang.`);
  return made;
}

/** What the press office works with, and a draft that is none of its own. */
async function plantPress(adviser: TestPerson): Promise<Record<string, string>> {
  const { reference } = found;
  const text = 'A newspaper asks about waiting times.';
  await test.app.get(SafeSummaryService).write(adviser.actor, reference, { text, version: 0 });
  const enquiry = await test.app.get(EnquiriesService).log(adviser.actor, reference, {
    outlet: 'The Daily Example',
    journalist: 'Robin Quill',
    contact: '',
    asked: 'Do you have a comment?',
    receivedAt: '2026-01-05T09:00:00Z',
    deadlineAt: '2027-01-05T09:00:00Z',
  });
  const composition = test.app.get(DraftCompositionService);
  const note = await composition.createFromTemplate(adviser.actor, reference, {
    template: 'T-PUB-ACK-UK',
    bodyId: null,
    given: { inputs: {}, facts: {} },
  });
  const secret = `${CANARIES.draft} and ${CANARIES.patient}.`;
  await composition.edit(adviser.actor, note.id, { text: secret, version: note.version });
  const acts = test.app.get(PressStatementActs);
  const statement = await acts.create(press.actor, reference, {
    template: 'T-HOLDING',
    bodyId: null,
    given: { inputs: { nextStep: 'We have no more to add at present.' }, facts: {} },
  });
  const kept = await keepText(test, adviser, reference, `${CANARIES.evidence} was here.`);
  return {
    enquiry: enquiry.id,
    statement: statement.id,
    draft: note.id,
    evidence: kept.id,
    privileged: await plantPrivileged(adviser),
  };
}

/** A press statement that was marked as privileged. */
async function plantPrivileged(adviser: TestPerson): Promise<string> {
  const { reference } = found;
  const acts = test.app.get(PressStatementActs);
  const { id, version } = await acts.create(press.actor, reference, {
    template: 'T-HOLDING',
    bodyId: null,
    given: { inputs: { nextStep: 'We have no more to add at present.' }, facts: {} },
  });
  await acts.edit(press.actor, id, { text: `${CANARIES.privileged} will say more.`, version });
  const item = {
    kind: 'draft',
    subjectId: id,
    reason: `${CANARIES.privileged} is counsel`,
  } as const;
  await test.app.get(PrivilegeService).mark(adviser.actor, reference, item);
  return id;
}

/** The address of a route about the planted case: each id that it could name, one after another. */
function addressesOf(route: Route): string[] {
  if (!/:\w*id\b/i.test(route.path)) return [fill(route, found.id)];
  return [...Object.values(ids), found.id].map((id) => fill(route, id));
}

function fill(route: Route, id: string): string {
  return addressOf(route, (_noun, name) => {
    if (name === 'reference') return found.reference;
    if (name === 'template') return 'T-HOLDING';
    return name === 'body' ? 'own' : id;
  });
}

/** What ends the session would end the walk. */
function isWalked({ method, path }: Route): boolean {
  const isOwnAccount = method !== 'GET' && path.startsWith('/my/');
  return !path.startsWith('/sign-') && !path.startsWith('/metrics') && !isOwnAccount;
}

function told(text: string): string[] {
  const lower = text.toLowerCase();
  return Object.values(CANARIES).filter((word) => lower.includes(word.toLowerCase()));
}

function isSignIn({ location }: { location: string }): boolean {
  return location.startsWith('/sign-in');
}

/** Calls a route as the press officer, who signs in again where something before has ended the session. */
async function callSignedIn(route: Route, address: string, body: Record<string, unknown>) {
  const answer = await walker.call(route, address, body);
  if (!isSignIn(answer)) return answer;
  await walker.signIn(press);
  return walker.call(route, address, body);
}

async function faultsOf(route: Route): Promise<string[]> {
  const faults: string[] = [];
  for (const address of addressesOf(route)) {
    const body = route.method === 'GET' ? {} : sampleBody(route);
    const answer = await callSignedIn(route, address, body);
    if (isSignIn(answer)) faults.push(`${route.method} ${address}: asks to sign in`);
    const last = await walker.follow(answer);
    const words = told(answer.text + answer.location + last.text);
    if (words.length > 0) faults.push(`${route.method} ${address}: ${words.join(', ')}`);
    if (last.status >= 500) faults.push(`${route.method} ${address}: ${last.status}`);
  }
  return faults;
}

describe('the press office on a press case', () => {
  it(
    'reads none of its clinical words on any page and in any answer of the API (seeds rows 14 and 40)',
    async () => {
      const faults: string[] = [];
      const walked = routes.filter(isWalked);
      for (const route of walked.filter(({ method }) => method === 'GET')) {
        faults.push(...(await faultsOf(route)));
      }
      for (const route of walked.filter(({ method }) => method !== 'GET')) {
        faults.push(...(await faultsOf(route)));
      }
      expect(walked.length).toBeGreaterThan(100);
      expect(faults).toEqual([]);
    },
    WALK_MS,
  );

  it('reads its own: the summary, the enquiry and the statement, and no draft of other kinds', async () => {
    await walker.signIn(press);
    const show = (path: string) => walker.open(path);
    const { reference } = found;
    const page = await show(`/press/${reference}`);
    expect(page.text).toContain('A newspaper asks about waiting times.');
    expect((await show(`/press/${reference}/enquiries/${ids['enquiry']}`)).status).toBe(200);
    expect((await show(`/press/${reference}/statements/${ids['statement']}`)).status).toBe(200);
    expect((await show(`/press/${reference}/statements/${ids['draft']}`)).status).toBe(404);
    expect((await show(`/press/${reference}/statements/${ids['privileged']}`)).status).toBe(404);
    const searched = await show(`/find?q=${CANARIES.patient}`);
    expect(searched.status).toBe(403);
  });

  it('finds none of them in the file of the press log', async () => {
    await walker.signIn(press);
    const now = new Date().toISOString().slice(0, 7);
    const list = await walker.open('/exports');
    expect(list.status).toBe(200);
    const period = { from: '2026-01', until: now < '2026-01' ? '2026-01' : now, kind: 'press-log' };
    const create = routes.find(({ method, path }) => method === 'POST' && path === '/exports')!;
    const made = await walker.call(create, '/exports', period);
    await doJobs();
    const file = await walker.open(`${made.location}/file`);
    expect(file.text).toContain(found.reference);
    expect(told(file.text)).toEqual([]);
    expect(file.text).not.toMatch(/Robin Quill|comment/);
  });
});

async function doJobs(): Promise<void> {
  const tx = test.app.get(Transactions);
  const rows = await tx.run(NO_ORGANISATION, () =>
    tx.query<{ id: string }>(
      `select id from outbox where done_at is null and name = 'make-export' order by id`,
    ),
  );
  for (const { id } of rows) await test.app.get(JobProcessor).process(id);
}

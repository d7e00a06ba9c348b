import type { INestApplicationContext } from '@nestjs/common';
import {
  CaseDeadlinesService,
  CaseReadingService,
  CaseReferences,
  CasesOnRouteService,
  ConflictChecks,
  NotesService,
  PartiesService,
  WallsService,
  WORK_VIEWS,
} from '#cases';
import {
  type Actor,
  ApiTokensService,
  AuditReading,
  FailedJobs,
  PeopleAdministration,
  PeopleService,
  scopeOfActor,
} from '#identity';
import { AlertAnsweringService, RequestDecidingService, RequestFollowingService } from '#intake';
import type { Page, PageQuery } from '#kernel';
import { Transactions } from '#platform';
import { ReferralsService } from '#referrals';
import { CaseReportService, ExportsService, lastTwelveMonths } from '#reporting';
import {
  DraftReadingService,
  WaitingDraftsService,
  PressCasesService,
  PublishedBodiesService,
} from '#responses';
import type { Question } from './asked.js';
import type { Cast } from './cast.js';

const LIMIT = 50;

/** The list of a page: its first page, and one far down. */
async function pagesOf(
  name: string,
  actor: Actor,
  list: (query: PageQuery) => Promise<Page<unknown>>,
): Promise<Question[]> {
  let cursor: string | undefined;
  for (let page = 0; page < 3; page += 1) {
    cursor = (await list({ limit: LIMIT, cursor })).next ?? cursor;
  }
  const ask = (query: PageQuery) => () => list(query);
  const first = { name, actor, ask: ask({ limit: LIMIT }) };
  if (cursor === undefined) return [first];
  return [first, { name: `${name}, further down`, actor, ask: ask({ limit: LIMIT, cursor }) }];
}

/** Every list that a page or the API shows. */
export async function questions(app: INestApplicationContext, cast: Cast): Promise<Question[]> {
  return [
    ...(await ofAdvisers(app, cast)),
    ...ofOneCase(app, cast),
    ...(await ofOneLongCase(app, cast)),
    ...(await ofOthers(app, cast)),
    ...(await ofAdministrators(app, cast)),
  ];
}

async function ofAdvisers(app: INestApplicationContext, { adviser }: Cast): Promise<Question[]> {
  const reading = app.get(CaseReadingService);
  const views = await Promise.all(
    WORK_VIEWS.map((view) =>
      pagesOf(`worklist, ${view}`, adviser, (query) =>
        reading.listWork(adviser, { ...query, view }),
      ),
    ),
  );
  const ask = (name: string, work: () => Promise<unknown>) => ({ name, actor: adviser, ask: work });
  return [
    ...views.flat(),
    ask('counts of the worklist', () => reading.countWork(adviser)),
    ask('cases about an address', () => reading.listByUrl(adviser, 'https://maps.example/1')),
    ...(await pagesOf('requests that wait', adviser, (query) =>
      app.get(RequestDecidingService).listWaiting(adviser, query),
    )),
    ...(await pagesOf('drafts that wait for approval', adviser, (query) =>
      app.get(WaitingDraftsService).listWaiting(adviser, query),
    )),
    ask('alerts', () => app.get(AlertAnsweringService).list(adviser)),
    ask('number of alerts', () => app.get(AlertAnsweringService).countOpen(adviser)),
    ask('who is on duty', () => app.get(AlertAnsweringService).listOnDuty(adviser)),
    ask('bodies', () => app.get(PublishedBodiesService).list(adviser)),
    ask('caseworkers', () => app.get(PeopleService).listCaseworkers(adviser)),
    ask('own tokens', () => app.get(ApiTokensService).list(adviser)),
  ];
}

function ofOneCase(
  app: INestApplicationContext,
  { adviser, approver, reference, requestReference }: Cast,
): Question[] {
  const ask = (name: string, work: () => Promise<unknown>, actor = adviser) => ({
    name: `case, ${name}`,
    actor,
    ask: work,
  });
  return [
    ask('found', () => app.get(CaseReadingService).get(adviser, reference)),
    ask('summary', () => app.get(CaseReadingService).summary(adviser, reference, 5)),
    ask('drafts', () => app.get(DraftReadingService).listOfCase(adviser, reference)),
    ask('referrals', () => app.get(ReferralsService).list(adviser, reference)),
    ask('deadlines', () => app.get(CaseDeadlinesService).read(adviser, reference)),
    ask('parties', () => app.get(PartiesService).list(adviser, reference)),
    ask('wall', () => app.get(WallsService).get(approver, reference), approver),
    ask('who bears a name', () =>
      app.get(Transactions).run(scopeOfActor(adviser), async () => {
        const found = await app.get(CaseReadingService).get(adviser, reference);
        return app.get(ConflictChecks).namesakes(adviser, found, 'Dr Ann Somebody');
      }),
    ),
    ask('its request', () => app.get(RequestDecidingService).get(adviser, requestReference)),
  ];
}

async function ofOneLongCase(
  app: INestApplicationContext,
  { adviser, longReference }: Cast,
): Promise<Question[]> {
  const [notes, reading] = [app.get(NotesService), app.get(CaseReadingService)];
  return [
    ...(await pagesOf('long case, notes', adviser, (query) =>
      notes.list(adviser, longReference, query),
    )),
    ...(await pagesOf('long case, timeline', adviser, (query) =>
      reading.timeline(adviser, longReference, query),
    )),
  ];
}

async function ofOthers(
  app: INestApplicationContext,
  { doctor, press, dpo, manager }: Cast,
): Promise<Question[]> {
  const period = lastTwelveMonths(new Date().toISOString().slice(0, 10));
  return [
    ...(await pagesOf('own requests', doctor, (query) =>
      app.get(RequestFollowingService).list(doctor, query),
    )),
    {
      name: 'request being written',
      actor: doctor,
      ask: () => app.get(RequestFollowingService).findBegun(doctor),
    },
    ...(await pagesOf('press cases', press, (query) =>
      app.get(PressCasesService).list(press, query),
    )),
    ...(await pagesOf('data-protection cases', dpo, (query) =>
      app.get(CasesOnRouteService).listDataProtection(dpo, query),
    )),
    {
      name: 'report of cases',
      actor: manager,
      ask: () => app.get(CaseReportService).cases(manager, period),
      isSum: true,
    },
    ...(await pagesOf('exports', manager, (query) => app.get(ExportsService).list(manager, query))),
  ];
}

async function ofAdministrators(
  app: INestApplicationContext,
  { admin, adviser, caseIds }: Cast,
): Promise<Question[]> {
  const [people, audit, jobs] = [
    app.get(PeopleAdministration),
    app.get(AuditReading),
    app.get(FailedJobs),
  ];
  const day = { from: new Date(Date.now() - 86_400_000), until: new Date() };
  const lists: [string, (query: PageQuery) => Promise<Page<unknown>>][] = [
    ['people', (query) => people.list(admin, query)],
    ['people of a role', (query) => people.list(admin, { ...query, role: 'doctor' })],
    ['people of a rare role', (query) => people.list(admin, { ...query, role: 'press' })],
    ['people by the start of a name', (query) => people.list(admin, { ...query, q: 'dr' })],
    ['audit events', (query) => audit.list(admin, query)],
    ['audit events of a day', (query) => audit.list(admin, { ...query, ...day })],
    ['audit events of cases', (query) => audit.list(admin, { ...query, prefix: 'case.' })],
    ['audit events of a rare kind', (query) => audit.list(admin, { ...query, prefix: 'export.' })],
    ['failed jobs', (query) => jobs.list(admin, query)],
  ];
  const pages = await Promise.all(lists.map(([name, list]) => pagesOf(name, admin, list)));
  return [
    ...pages.flat(),
    { name: 'counts of jobs', actor: admin, ask: () => jobs.count(admin), isSum: true },
    {
      name: 'rights granted to somebody',
      actor: admin,
      ask: () => people.listGrants(admin, admin.personId),
    },
    {
      name: 'references of audit events',
      actor: adviser,
      ask: () => app.get(CaseReferences).of(adviser, caseIds),
    },
  ];
}

import type { INestApplicationContext } from '@nestjs/common';
import { CaseKeys } from '#cases';
import { Clock, newId, type OrganisationId, type PersonId } from '#kernel';
import { scopeOf, Transactions } from '#platform';
import { FiguresRebuildService } from '#reporting';
import { RULE_PACK } from '#triage';
import {
  type Casework,
  type CaseworkOrder,
  madeUpCasework,
  writeCasework,
} from './bulk-casework.js';
import { writeDoctors, writeSurroundings } from './bulk-surroundings.js';
import { Chance } from './chance.js';
import { insertRows } from './insert-rows.js';
import { type CaseMaking, type MadeUpCase, madeUpCase } from './made-up-case.js';

/** Cases of one unit of work. */
const BATCH = 1_000;

/** What to write, and where. */
export interface BulkOrder {
  readonly organisationId: OrganisationId;
  readonly people: readonly PersonId[];
  readonly count: number;
  /** The same number makes the same cases, ids and references apart. */
  readonly seed: number;
}

/** Writes many made-up cases with all that belongs to them: keys, audit events, decisions, figures. */
export async function writeCases(
  app: INestApplicationContext,
  { organisationId, people, count, seed }: BulkOrder,
  say: (done: number) => void,
): Promise<void> {
  const chance = new Chance(seed);
  const now = app.get(Clock).now();
  const taken = await referencesOf(app, organisationId);
  const around = { organisationId, caseworker: people[0]!, cases: count, now };
  const doctors = await writeDoctors(app, around);
  await writeSurroundings(app, around);
  const making = { organisationId, people, doctors, now, chance, taken };
  for (let done = 0; done < count;) {
    // While the server writes one batch, the next is made.
    const sizes = [done, done + BATCH].map((from) => Math.min(BATCH, Math.max(0, count - from)));
    await Promise.all(sizes.map((size) => makeAndWrite(app, making, size)));
    done += sizes[0]! + sizes[1]!;
    say(done);
  }
  await app.get(FiguresRebuildService).rebuild(organisationId);
}

/** Makes all of a batch before it waits for anything, so that the same number makes the same cases. */
async function makeAndWrite(
  app: INestApplicationContext,
  making: CaseMaking & CaseworkOrder,
  size: number,
): Promise<void> {
  const { organisationId } = making;
  const batch = Array.from({ length: size }, () => madeUpCase(making));
  const work = madeUpCasework(batch, making);
  await app
    .get(Transactions)
    .run(scopeOf(organisationId), () => writeBatch(app, organisationId, { batch, work }));
}

async function referencesOf(
  app: INestApplicationContext,
  organisationId: OrganisationId,
): Promise<Set<string>> {
  const tx = app.get(Transactions);
  const rows = await tx.run(scopeOf(organisationId), () =>
    tx.query<{ reference: string }>(
      `select reference from case_record where organisation_id = $1
       union all select reference from request where organisation_id = $1`,
      [organisationId],
    ),
  );
  return new Set(rows.map(({ reference }) => reference));
}

async function writeBatch(
  app: INestApplicationContext,
  organisationId: OrganisationId,
  { batch, work }: { batch: readonly MadeUpCase[]; work: Casework },
): Promise<void> {
  const tx = app.get(Transactions);
  await insertRows(tx, 'case_record', batch.map(caseRow));
  await app.get(CaseKeys).makeMany(
    organisationId,
    batch.map(({ found }) => found.id),
  );
  const decided = batch.filter(({ decidedAt }) => decidedAt !== null);
  const assessments = decided.map(assessmentRow);
  await insertRows(tx, 'assessment', assessments);
  await insertRows(
    tx,
    'decision',
    decided.map((made, index) => decisionRow(made, assessments[index]!.id)),
  );
  await writeCasework(app, organisationId, work);
}

function caseRow({ found, nextDueAt, isDueByHour }: MadeUpCase) {
  return {
    id: found.id,
    organisation_id: found.organisationId,
    reference: found.reference,
    title: found.title,
    state: found.state,
    next_step: found.nextStep,
    direction: found.direction,
    kind: found.kind,
    platform: found.platform,
    handle: found.handle,
    post_text: found.postText,
    seen_on: found.seenOn,
    visibility: found.visibility,
    jurisdiction: found.jurisdiction,
    setting: found.setting,
    doctor_name: found.doctorName,
    owner_id: found.ownerId,
    is_urgent: found.isUrgent,
    primary_route: found.primaryRoute,
    also_routes: found.alsoRoutes,
    next_due_at: nextDueAt ?? 'infinity',
    is_due_by_hour: isDueByHour,
    opened_at: found.openedAt,
    opened_by: found.openedBy,
    closed_at: found.closedAt,
    outcome: found.outcome,
  };
}

/** The advice in the form in which it is kept, without reasons: these cases were triaged by nobody. */
function assessmentRow({ found, facts, decidedAt }: MadeUpCase) {
  const advice = {
    primary: found.primaryRoute,
    also: found.alsoRoutes,
    never: [],
    deadlines: [],
    rules: [],
    overruled: [],
    sources: [],
    sentences: ['A made-up case for trying Parapet out.'],
    wouldChange: [],
    notAsked: [],
    clocks: [],
    urgency: { level: 'routine', reasons: [], assumed: [] },
  };
  return {
    id: newId(),
    organisation_id: found.organisationId,
    case_id: found.id,
    facts,
    unsure: [],
    pack_version: RULE_PACK.version,
    assessed_for: found.seenOn,
    recommendation: advice,
    assessed_by: found.openedBy,
    assessed_at: decidedAt,
  };
}

function decisionRow({ found, decidedAt }: MadeUpCase, assessmentId: string) {
  return {
    id: newId(),
    organisation_id: found.organisationId,
    case_id: found.id,
    assessment_id: assessmentId,
    route: found.primaryRoute,
    also: found.alsoRoutes,
    is_override: false,
    decided_by: found.openedBy,
    decided_at: decidedAt,
  };
}

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Case, CaseReadingService } from '#cases';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, type Id, Invalid, newId, NotFound } from '#kernel';
import { Transactions } from '#platform';
import {
  assertInPack,
  assertReportStep,
  assertStepComplete,
  isGone,
  type ModeratorReport,
  type NewReport,
  type ReportStep,
  routesFor,
  type StepNote,
} from './moderator-report.js';
import { type EarlierReport, ModeratorReportsRepository } from './moderator-reports.repository.js';
import { ReportRecords } from './report-records.js';
import { assertDay } from './referral.js';
import { chaseDayOf, dayOf } from './report-days.js';

/** A report with all that was recorded of it. */
export interface ReportFile {
  readonly found: Case;
  readonly report: ModeratorReport;
  readonly steps: readonly ReportStep[];
}

/**
 * Reports to the people who moderate a platform. Parapet sends nothing: a person prepares each report, sends
 * it by the platform's own form, and records what came back.
 */
@Injectable()
export class ModeratorReportsService {
  constructor(
    private readonly tx: Transactions,
    private readonly reading: CaseReadingService,
    private readonly reports: ModeratorReportsRepository,
    private readonly records: ReportRecords,
    private readonly clock: Clock,
  ) {}

  /** The reports of a case, newest first. @throws NotFound `case-not-found` */
  list(actor: Actor, reference: string): Promise<ModeratorReport[]> {
    return this.tx.run(scopeOfActor(actor), async () =>
      this.reports.list(await this.reading.get(actor, reference)),
    );
  }

  /** The reports on the post of a case, by whichever case they were made. @throws NotFound `case-not-found` */
  listOfPost(actor: Actor, reference: string): Promise<EarlierReport[]> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const { organisationId, url } = await this.reading.get(actor, reference);
      return this.reports.listOfPost(organisationId, url);
    });
  }

  /** @throws NotFound `case-not-found`, `moderator-report-not-found` */
  get(actor: Actor, reference: string, id: Id): Promise<ReportFile> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.get(actor, reference);
      const report = await this.require(found, id);
      return { found, report, steps: await this.reports.listSteps(found, id) };
    });
  }

  /**
   * Prepares a report in the actor's name on a route that was decided.
   *
   * @throws NotFound `case-not-found`; Conflict `case-closed`, `public-help-only`
   * @throws Invalid `route-not-decided`, `report-not-in-pack`, `post-has-no-address`
   */
  prepare(actor: Actor, reference: string, given: NewReport): Promise<ModeratorReport> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.getOpen(actor, reference);
      assertRouteDecided(found, given.platform);
      await this.reading.assertForMember(found);
      assertInPack(given);
      assertAddress(found);
      const id = newId();
      const postTextHash = createHash('sha256').update(found.postText, 'utf8').digest('hex');
      const doer = { by: actor.personId, at: this.clock.now() };
      await this.reports.insert(found, { ...given, id, postTextHash }, doer);
      await this.records.tell(actor, found, { id, to: 'prepared', platform: given.platform });
      return this.require(found, id);
    });
  }

  /**
   * Records that a report was sent; it is chased on the day that the pack says.
   *
   * @param sent `releaseId`: the release of its text; null where there is none to send.
   * @throws NotFound; Conflict `report-step-wrong`, `report-changed`, `case-closed`; Invalid `referral-date-wrong`
   */
  send(
    actor: Actor,
    reference: string,
    { id, releaseId, ...sent }: Omit<StepNote, 'to' | 'cause'> & { id: Id; releaseId: Id | null },
  ): Promise<ModeratorReport> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.getOpen(actor, reference);
      const report = await this.require(found, id);
      assertReportStep(report.state, 'sent');
      const limits = { from: dayOf(report.preparedAt), today: dayOf(this.clock.now()) };
      assertDay('happenedOn', sent.happenedOn, limits);
      await this.take(actor, found, {
        report: { ...report, sentOn: sent.happenedOn },
        step: { ...sent, to: 'sent', cause: null },
        releaseId,
      });
      await this.records.startClock(actor, found, { ...report, sentOn: sent.happenedOn });
      if (report.draftId === null) await this.records.moveOn(found);
      return this.require(found, id);
    });
  }

  /**
   * Records what came back, an appeal, or that a report is withdrawn; on a closed case too.
   *
   * @throws NotFound; Conflict `report-step-wrong`, `appeal-not-offered`, `report-changed`
   * @throws Invalid `report-step-incomplete`, `referral-date-wrong`
   */
  record(
    actor: Actor,
    reference: string,
    { id, ...step }: StepNote & { id: Id },
  ): Promise<ModeratorReport> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const { found, report, steps } = await this.get(actor, reference, id);
      assertReportStep(report.state, step.to);
      if (step.to === 'sent') throw notHere();
      assertStepComplete(report, step);
      const from = steps.at(-1)?.happenedOn ?? dayOf(report.preparedAt);
      assertDay('happenedOn', step.happenedOn, { from, today: dayOf(this.clock.now()) });
      await this.take(actor, found, { report, step, releaseId: null });
      return this.require(found, id);
    });
  }

  /** Records that somebody took the pack of a report away. */
  noteDownload(actor: Actor, { found, report }: Pick<ReportFile, 'found' | 'report'>) {
    requirePermission(actor, 'case:read');
    return this.tx.run(scopeOfActor(actor), () =>
      this.records.noteDownload(actor, found, report.id),
    );
  }

  private async take(
    actor: Actor,
    found: Case,
    { report, step, releaseId }: { report: ModeratorReport; step: StepNote; releaseId: Id | null },
  ): Promise<void> {
    const { id } = report;
    const chaseOn = chaseDayOf(report, step, found.jurisdiction);
    const next = {
      ...report,
      state: step.to,
      theirReference: step.theirReference || report.theirReference,
      goneCause: isGone(step.to) ? step.cause : null,
      chaseOn,
    };
    await this.reports.update(found, next, releaseId);
    const doer = { by: actor.personId, at: this.clock.now() };
    await this.reports.addStep(found, { ...step, reportId: id }, doer);
    await this.records.chase(actor, found, next);
    await this.records.tell(actor, found, { id, to: step.to, platform: report.platform });
  }

  private async require(found: Case, id: Id): Promise<ModeratorReport> {
    const report = await this.reports.find(found, id);
    if (report) return report;
    throw new NotFound('moderator-report-not-found', 'We could not find that report.');
  }
}

function assertRouteDecided({ primaryRoute, alsoRoutes }: Case, platform: string): void {
  const decided = new Set([primaryRoute, ...alsoRoutes]);
  if (routesFor(platform).some((route) => decided.has(route))) return;
  const message = 'Decide this route for the case first, then prepare the report';
  throw new Invalid('route-not-decided', message, [{ field: 'platform', message }]);
}

/** A site finds a post by its address; nothing else of a report can stand for it. */
function assertAddress({ url }: Case): void {
  if (url !== '') return;
  const message = 'Add the address of the post to the case first: the site finds it by that';
  throw new Invalid('post-has-no-address', message, [{ field: 'platform', message }]);
}

/** Sending takes the release of the text; here it is only recorded what followed. */
function notHere(): Invalid {
  const message = 'Record first that it was sent';
  return new Invalid('report-step-incomplete', message, [{ field: 'to', message }]);
}

import { Injectable } from '@nestjs/common';
import { CaseReadingService } from '#cases';
import { type Actor, can, scopeOfActor } from '#identity';
import { Conflict, type Id, Invalid } from '#kernel';
import { Transactions } from '#platform';
import {
  firstLevelOf,
  type ModeratorReport,
  ModeratorReportsService,
  type ReportFile,
  spamGroundOf,
} from '#referrals';
import {
  DraftCompositionService,
  type DraftFile,
  DraftReadingService,
  DraftReleaseService,
} from '#responses';
import type {
  ReportBody,
  ReportSendingBody,
} from '../../api/moderator-reports/moderator-reports.dto.js';
import { reportingOf } from '#guidance';

/** The template of every report to a platform; its words come from the pack. */
const TEMPLATE = 'T-MODERATOR';

/** A report with its text; undefined where a heading alone is chosen. */
export interface ReportWithText extends ReportFile {
  readonly text: DraftFile | undefined;
}

/** The names that the form of a report gives to the facts of its draft. */
const FORM_FIELDS: Readonly<Record<string, string>> = {
  'facts.ground.key': 'ground',
  'facts.post.quotes': 'quotes',
  'facts.post.timestamp': 'videoTime',
};

/** Brings a report and its text together, which do not know each other: both change in one unit of work. */
@Injectable()
export class ReportDesk {
  constructor(
    private readonly tx: Transactions,
    private readonly cases: CaseReadingService,
    private readonly reports: ModeratorReportsService,
    private readonly composition: DraftCompositionService,
    private readonly drafts: DraftReadingService,
    private readonly releases: DraftReleaseService,
  ) {}

  /** @throws NotFound `case-not-found`, `moderator-report-not-found` */
  get(actor: Actor, reference: string, id: Id): Promise<ReportWithText> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const file = await this.reports.get(actor, reference, id);
      const { draftId } = file.report;
      return { ...file, text: draftId ? await this.drafts.get(actor, draftId) : undefined };
    });
  }

  /**
   * Writes the text of a report from the post and the ground, and prepares the report.
   *
   * @throws Invalid `draft-not-rendered` at the fields of the form; and as `ModeratorReportsService.prepare`
   */
  write(actor: Actor, reference: string, wanted: ReportBody): Promise<ModeratorReport> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const chosen = await this.chosen(actor, reference, wanted);
      const draft = await this.composition
        .createFromTemplate(actor, reference, {
          template: TEMPLATE,
          bodyId: null,
          given: { inputs: {}, facts: factsOf(wanted) },
        })
        .catch((error: unknown) => {
          throw atFormFields(error);
        });
      return this.reports.prepare(actor, reference, { ...chosen, draftId: draft.id });
    });
  }

  /** Prepares a report of spam: the heading is the pack's, and nothing is written. */
  reportSpam(actor: Actor, reference: string): Promise<ModeratorReport> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const { platform } = await this.cases.get(actor, reference);
      return this.reports.prepare(actor, reference, {
        platform,
        surface: reportingOf(platform).surfaces[0]!.key,
        level: firstLevelOf(platform),
        ground: spamGroundOf(platform) ?? '',
        videoTime: '',
        draftId: null,
      });
    });
  }

  /**
   * Records that a report was sent, and with it that its text went out.
   *
   * @throws Conflict `report-not-released`; and as `ModeratorReportsService.send`
   */
  send(
    actor: Actor,
    reference: string,
    { id, ...sent }: ReportSendingBody & { id: Id },
  ): Promise<ModeratorReport> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const { report, text } = await this.get(actor, reference, id);
      const releaseId = text ? releaseOf(text).id : null;
      if (text && !text.posting && can(actor, 'release:make')) {
        const place = `Report form of ${report.platform.replaceAll('_', ' ')}`;
        const note = { way: 'sent', happenedOn: sent.happenedOn, place } as const;
        await this.releases.record(actor, text.draft.id, note);
      }
      return this.reports.send(actor, reference, { id, releaseId, note: '', ...sent });
    });
  }

  /** A report that may leave: its text is released, or there is none. @throws Conflict `report-not-released` */
  getReleased(actor: Actor, reference: string, id: Id): Promise<ReportWithText> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const file = await this.get(actor, reference, id);
      if (file.text) releaseOf(file.text);
      await this.reports.noteDownload(actor, file);
      return file;
    });
  }

  private async chosen(actor: Actor, reference: string, wanted: ReportBody) {
    const found = await this.cases.get(actor, reference);
    const platform = wanted.platform || found.platform;
    const { surface, ground, videoTime } = wanted;
    return { platform, surface, ground, videoTime, level: wanted.level ?? firstLevelOf(platform) };
  }
}

function factsOf({ platform, ground, quotes, videoTime }: ReportBody): Record<string, string> {
  return {
    'ground.key': ground,
    ...(platform && { 'platform.key': platform }),
    ...(quotes && { 'post.quotes': quotes }),
    ...(videoTime && { 'post.timestamp': videoTime }),
  };
}

function releaseOf({ release }: DraftFile) {
  if (release) return release;
  throw new Conflict('report-not-released', 'The text of this report is not released yet.');
}

/** Faults of the draft said at the fields of the form. */
function atFormFields(error: unknown): unknown {
  if (!(error instanceof Invalid)) return error;
  const faults = error.faults.map(({ field, message }) => ({
    field: FORM_FIELDS[field] ?? 'ground',
    message,
  }));
  return new Invalid(error.code, 'This report cannot be written yet.', faults);
}

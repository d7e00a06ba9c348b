import { findGround, findPlatform, REPORT_LEVELS, type ReportLevel, reportingOf } from '#guidance';
import { Conflict, type FieldFault, type Id, Invalid } from '#kernel';

export const REPORT_STATES = [
  'prepared',
  'sent',
  'acknowledged',
  'removed',
  'kept',
  'edited',
  'no_answer',
  'appealed',
  'appeal_removed',
  'appeal_kept',
  'withdrawn',
] as const;
/** From a written report to what the platform did, and what came of the one appeal. */
export type ReportState = (typeof REPORT_STATES)[number];

export const GONE_CAUSES = ['author', 'platform', 'unknown'] as const;
/** Who took a post down. */
export type GoneCause = (typeof GONE_CAUSES)[number];

/** The pack for results of search engines: a data subject's request to have a result removed. */
export const DELISTING = 'search_delisting';

/** What comes next after each state. There is one appeal: nothing leads back to it. */
export const REPORT_STEPS: Readonly<Record<ReportState, readonly ReportState[]>> = {
  prepared: ['sent', 'withdrawn'],
  sent: ['acknowledged', 'removed', 'kept', 'edited', 'no_answer'],
  acknowledged: ['removed', 'kept', 'edited', 'no_answer'],
  removed: [],
  kept: ['appealed', 'removed'],
  edited: ['appealed', 'removed'],
  no_answer: ['removed', 'kept', 'edited', 'appealed'],
  appealed: ['appeal_removed', 'appeal_kept'],
  appeal_removed: [],
  appeal_kept: [],
  withdrawn: [],
};

/** A report to the people who moderate a platform, as it stands. */
export interface ModeratorReport {
  readonly id: Id;
  /** Null where a heading alone is chosen and nothing written. */
  readonly draftId: Id | null;
  readonly platform: string;
  readonly surface: string;
  readonly level: ReportLevel;
  readonly ground: string;
  readonly postUrl: string;
  /** SHA-256 of the text of the post as it was recorded when the report was prepared, lower-case hex. */
  readonly postTextHash: string;
  /** Civil date. */
  readonly postSeenOn: string;
  readonly capturedByName: string;
  /** Such as `1:23`; empty where it is no video. */
  readonly videoTime: string;
  readonly state: ReportState;
  readonly theirReference: string;
  /** Civil date. */
  readonly sentOn: string | null;
  /** Civil date on which it is chased; null while nothing is waited for. */
  readonly chaseOn: string | null;
  readonly goneCause: GoneCause | null;
  readonly preparedByName: string;
  readonly preparedAt: Date;
  readonly version: number;
}

/** One thing that was recorded of a report. */
export interface ReportStep {
  readonly state: ReportState;
  /** Civil date. */
  readonly happenedOn: string;
  readonly theirReference: string;
  readonly note: string;
  readonly recordedByName: string;
  readonly recordedAt: Date;
}

/** What is chosen when a report is prepared. */
export interface NewReport {
  readonly platform: string;
  readonly surface: string;
  readonly level: ReportLevel;
  readonly ground: string;
  readonly videoTime: string;
  readonly draftId: Id | null;
}

/** What is recorded of one step. */
export interface StepNote {
  readonly to: ReportState;
  /** Civil date. */
  readonly happenedOn: string;
  readonly theirReference: string;
  readonly note: string;
  readonly cause: GoneCause | null;
}

/** Grounds for which the heading alone is enough: no letter is written about spam. */
const SPAM_GROUNDS = ['spam', 'spam_fake', 'promotional', 'promotion'];

/** The ground by which a platform takes reports of spam; undefined where its pack has none. */
export function spamGroundOf(platform: string): string | undefined {
  const grounds: readonly string[] = findPlatform(platform)?.grounds ?? [];
  return SPAM_GROUNDS.find((ground) => grounds.includes(ground));
}

/** Routes of which one is decided before a report is made. */
export function routesFor(platform: string): readonly string[] {
  return platform === DELISTING ? ['moderator_report', 'data_protection'] : ['moderator_report'];
}

/**
 * What is chosen belongs to the pack: a report has one of its grounds, for a kind of thing and a level that
 * the platform has. Without a letter there is only spam.
 *
 * @throws Invalid `report-not-in-pack`
 */
export function assertInPack(report: NewReport): void {
  const { surfaces, levels } = reportingOf(report.platform);
  const faults: FieldFault[] = [];
  if (!findGround(report.platform, report.ground)) {
    const message =
      'Choose one of the rules of the platform: moderators do not remove genuine negative opinion';
    faults.push({ field: 'ground', message });
  }
  if (!surfaces.some(({ key }) => key === report.surface)) {
    faults.push({ field: 'surface', message: 'Choose what is reported' });
  }
  if (!levels.some(({ key }) => key === report.level)) {
    faults.push({ field: 'level', message: 'Choose to whom the report goes' });
  }
  if (report.draftId === null && report.ground !== spamGroundOf(report.platform)) {
    faults.push({ field: 'ground', message: 'Only spam is reported without a text' });
  }
  if (faults.length === 0) return;
  throw new Invalid('report-not-in-pack', 'This is not in the pack of the platform.', faults);
}

/** @throws Conflict `report-step-wrong` when a state does not follow the other. */
export function assertReportStep(from: ReportState, to: ReportState): void {
  if (REPORT_STEPS[from].includes(to)) return;
  const message =
    to === 'appealed' && from.startsWith('appeal')
      ? 'There is one appeal, and it has been made.'
      : 'This cannot be recorded now: look again at what is recorded already.';
  throw new Conflict('report-step-wrong', message, { state: from });
}

/**
 * What a step needs: a cause where the post is gone, words where it stays, and a platform that hears appeals.
 *
 * @throws Invalid `report-step-incomplete`; Conflict `appeal-not-offered`
 */
export function assertStepComplete({ platform }: ModeratorReport, step: StepNote): void {
  const faults: FieldFault[] = [];
  if (isGone(step.to) && step.cause === null) {
    faults.push({ field: 'cause', message: 'Choose who took it down' });
  }
  if (NEEDS_WORDS.has(step.to) && step.note === '') {
    faults.push({ field: 'note', message: 'Enter the reason' });
  }
  if (faults.length > 0) {
    throw new Invalid('report-step-incomplete', 'Something is missing.', faults);
  }
  if (step.to === 'appealed' && reportingOf(platform).appeals.most === 0) {
    throw new Conflict('appeal-not-offered', 'This platform hears no appeals.');
  }
}

const NEEDS_WORDS: ReadonlySet<ReportState> = new Set(['kept', 'appeal_kept', 'withdrawn']);

/** Whether a state means that the post is not there any more. */
export function isGone(state: ReportState): boolean {
  return state === 'removed' || state === 'appeal_removed';
}

/** Whether an answer is waited for. */
export function isWaiting(state: ReportState): boolean {
  return state === 'sent' || state === 'acknowledged' || state === 'appealed';
}

/** What a pack's first level is: the community where there is one. */
export function firstLevelOf(platform: string): ReportLevel {
  return reportingOf(platform).levels[0]?.key ?? REPORT_LEVELS[1];
}

import type { CaseOverview } from '#cases';
import { civilDateIn } from '#deadlines';
import { reportingOf } from '#guidance';
import { type Actor, can } from '#identity';
import { GONE_CAUSES, REPORT_STEPS, type ReportState, type ReportStep } from '#referrals';
import type { PageView } from '../../http/page-renderer.js';
import { formatDate, formatDateTime } from '../../views/filters.js';
import { caseBarOf } from '../cases/cases.view.js';
import type { ReportWithText } from './report-desk.js';
import { stepsOf } from './report-pack.js';
import {
  CAUSE_WORDS,
  escalationName,
  groundName,
  platformName,
  REPORT_STATE_TAGS,
  stepWords,
} from './report-words.js';

/** One report: its text, what to do with it, what came back, and the forms of the steps that can follow. */
export function moderatorReportView(
  overview: CaseOverview,
  file: ReportWithText,
  { actor, now }: { actor: Actor; now: Date },
): PageView {
  const { found, report, steps, text } = file;
  const list = `/cases/${found.reference}/moderator-reports`;
  const regulator = escalationName(report.platform, found.jurisdiction);
  const next = can(actor, 'case:write') ? nextSteps(file) : [];
  const isReady = text === undefined || text.release !== undefined;
  const later = next.filter((state) => state !== 'sent' && state !== 'withdrawn');
  return {
    page: { title: `Report to ${platformName(report.platform)}` },
    caseBar: caseBarOf(found, list, overview),
    base: `${list}/${report.id}`,
    list,
    state: REPORT_STATE_TAGS[report.state],
    facts: factsOf(file),
    draft: text && {
      href: `/cases/${found.reference}/drafts/${text.draft.id}`,
      words: text.release?.text ?? text.draft.text,
      isReleased: text.release !== undefined,
    },
    hasPack: isReady && report.state !== 'withdrawn',
    instructions: stepsOf(file).slice(2),
    canWithdraw: next.includes('withdrawn'),
    canSend: next.includes('sent') && isReady && found.state === 'open',
    choices: later.map((state) => ({ value: state, text: stepWords(state, regulator) })),
    needsCause: later.some((state) => state === 'removed' || state === 'appeal_removed'),
    causes: GONE_CAUSES.map((cause) => ({ value: cause, text: CAUSE_WORDS[cause] })),
    appealHref:
      later.includes('appealed') && !regulator && found.state === 'open'
        ? `/cases/${found.reference}/drafts/new?template=T-MOD-APPEAL`
        : undefined,
    appealHow: appealHow(file, regulator),
    steps: steps.map(stepItem),
    today: civilDateIn(now, 'Europe/London'),
    values: { happenedOn: civilDateIn(now, 'Europe/London') },
  };
}

/** An appeal that the platform does not hear is no step. */
function nextSteps({ report }: ReportWithText): ReportState[] {
  const isHeard = reportingOf(report.platform).appeals.most !== 0;
  return REPORT_STEPS[report.state].filter((state) => state !== 'appealed' || isHeard);
}

function appealHow({ report }: ReportWithText, regulator: string | undefined): string {
  if (regulator) return `A refusal can be taken to ${regulator}, once.`;
  const { most, how } = reportingOf(report.platform).appeals;
  return most === 0 ? 'This platform hears no appeals.' : how;
}

function factsOf({ report }: ReportWithText) {
  const { surfaces, levels } = reportingOf(report.platform);
  return [
    { key: 'Platform', text: platformName(report.platform) },
    { key: 'What is reported', text: surfaces.find(({ key }) => key === report.surface)?.name },
    { key: 'Goes to', text: levels.find(({ key }) => key === report.level)?.who },
    { key: 'Rule', text: groundName(report.platform, report.ground) },
    { key: 'Address of the post', text: report.postUrl, href: report.postUrl },
    ...(report.videoTime ? [{ key: 'Time in the video', text: report.videoTime }] : []),
    {
      key: 'Captured',
      lines: [
        `Seen on ${formatDate(report.postSeenOn)}, recorded by ${report.capturedByName}`,
        `SHA-256 of the text: ${report.postTextHash}`,
      ],
    },
    {
      key: 'Prepared by',
      text: `${report.preparedByName}, ${formatDateTime(report.preparedAt)}`,
    },
    { key: 'Sent on', text: report.sentOn ? formatDate(report.sentOn) : 'Not yet' },
    { key: 'Their reference', text: report.theirReference },
    ...(report.chaseOn ? [{ key: 'Chase on', text: formatDate(report.chaseOn) }] : []),
    ...(report.goneCause ? [{ key: 'Taken down by', text: CAUSE_WORDS[report.goneCause] }] : []),
  ];
}

function stepItem({ state, happenedOn, theirReference, note, ...step }: ReportStep) {
  return {
    tag: REPORT_STATE_TAGS[state],
    day: formatDate(happenedOn),
    by: `${step.recordedByName}, ${formatDateTime(step.recordedAt)}`,
    theirReference,
    note,
  };
}

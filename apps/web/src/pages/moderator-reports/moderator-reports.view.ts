import type { CaseOverview } from '#cases';
import { civilDateIn } from '#deadlines';
import {
  CAPTURE_FIRST,
  findPlatform,
  groundsOf,
  isOverdue,
  notJudgedBy,
  reportingOf,
} from '#guidance';
import { type Actor, can } from '#identity';
import { type EarlierReport, type ModeratorReport, routesFor, spamGroundOf } from '#referrals';
import { DELISTING } from '#responses';
import type { PageView } from '../../http/page-renderer.js';
import { formatDate } from '../../views/filters.js';
import { caseBarOf } from '../cases/cases.view.js';
import { groundName, platformName, REPORT_STATE_TAGS } from './report-words.js';

/** What the page of the reports of a case is made from. */
interface ReportsPage {
  /** Key of the pack that the form is for. */
  readonly platform: string;
  readonly reports: readonly ModeratorReport[];
  readonly samePost: readonly EarlierReport[];
  readonly now: Date;
}

/** The reports of a case, earlier ones on the same post, and the form for another. */
export function moderatorReportsView(
  overview: CaseOverview,
  actor: Actor,
  { platform, reports, samePost, now }: ReportsPage,
): PageView {
  const { found } = overview;
  const base = `/cases/${found.reference}/moderator-reports`;
  const decided = new Set([found.primaryRoute, ...found.alsoRoutes]);
  const isOpen = found.state === 'open' && can(actor, 'case:write');
  return {
    page: { title: 'Reports to the platform' },
    caseBar: caseBarOf(found, base, overview),
    base,
    table: tableOf(reports, base),
    earlier: samePost
      .filter(({ reference }) => reference !== found.reference)
      .map((report) => ({ ...earlierWords(report), href: earlierHref(report) })),
    canMake: isOpen,
    isDecided: routesFor(platform).some((route) => decided.has(route)),
    triageHref: `/cases/${found.reference}/triage`,
    otherHref: platform === DELISTING ? base : `${base}?platform=${DELISTING}`,
    otherText:
      platform === DELISTING
        ? `Report it to ${platformName(found.platform)}`
        : 'Ask a search engine to remove a result',
    spam: platform !== DELISTING && spamGroundOf(platform) !== undefined,
    post: found.postText,
    form: formOf(platform, now),
    values: { platform: platform === DELISTING ? DELISTING : '' },
  };
}

function formOf(key: string, now: Date) {
  const pack = findPlatform(key) ?? findPlatform('other')!;
  const reporting = reportingOf(pack.key);
  const expiring = reporting.surfaces.find(({ goneAfterHours }) => goneAfterHours !== null);
  return {
    name: pack.name,
    href: `/platforms/${pack.key}`,
    isOverdue: isOverdue(reporting, civilDateIn(now, 'Europe/London')),
    warnings: reporting.warnings,
    expiresAfter: expiring?.goneAfterHours,
    muteOrBlock: [CAPTURE_FIRST, reporting.blocking],
    notJudged: notJudgedBy(pack).join('; '),
    limit: reporting.formLimit,
    surfaces: reporting.surfaces.map(({ key: value, name, path }) => ({
      value,
      text: name,
      hint: path,
    })),
    levels:
      reporting.levels.length > 1
        ? reporting.levels.map(({ key: value, who }) => ({ value, text: sentence(who) }))
        : [],
    grounds: groundsOf(pack).map(({ id, words, heading, caution }) => ({
      value: id,
      text: words,
      hint: caution ? `“${heading}”. ${caution}` : `“${heading}”`,
    })),
    hasVideo: reporting.surfaces.some(({ needsTimestamp }) => needsTimestamp),
  };
}

function tableOf(reports: readonly ModeratorReport[], base: string) {
  return {
    caption: 'Reports, newest first',
    captionHidden: true,
    columns: ['Platform', 'Rule', 'State', 'Sent', 'Chase on'].map((text) => ({ text })),
    rows: reports.map((report) => ({
      cells: [
        { text: platformName(report.platform), href: `${base}/${report.id}` },
        { text: groundName(report.platform, report.ground) },
        { tag: REPORT_STATE_TAGS[report.state] },
        { text: report.sentOn ? formatDate(report.sentOn) : 'Not yet' },
        { text: report.chaseOn ? formatDate(report.chaseOn) : 'Nothing is waited for' },
      ],
    })),
  };
}

function earlierWords({ reference, platform, ground, state, sentOn }: EarlierReport) {
  const when = sentOn ? `, sent ${formatDate(sentOn)}` : '';
  const rule = groundName(platform, ground);
  return {
    reference,
    text: `${platformName(platform)}, “${rule}”${when}: ${REPORT_STATE_TAGS[state].text}`,
  };
}

function earlierHref({ reference, id }: EarlierReport): string {
  return `/cases/${reference}/moderator-reports/${id}`;
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

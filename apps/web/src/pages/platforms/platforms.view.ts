import { listPlatforms, type PlatformPack } from '#guidance';
import { platformAnswer } from '../../api/platforms/platforms.answers.js';
import type { PageView } from '../../http/page-renderer.js';
import { formatDate, plural } from '../../views/filters.js';

const STATUS: Record<PlatformPack['status'], string> = {
  seen: 'Read on the platform’s own pages',
  partly_seen: 'Read in part',
  unverified: 'From general knowledge, not verified',
};

type Answer = ReturnType<typeof platformAnswer>;

/** All packs as a table. @param today civil date */
export function platformsView(today: string): PageView {
  const packs = listPlatforms().map((pack) => platformAnswer(pack, today));
  return {
    page: { title: 'Platforms' },
    overdue: packs.filter(({ isOverdue }) => isOverdue).length,
    table: {
      caption: 'How each platform takes reports',
      captionHidden: true,
      columns: [
        'Platform',
        'Who decides',
        'Chased after',
        'How far it was read',
        'Read again by',
      ].map((text) => ({ text })),
      rows: packs.map((pack) => ({ cells: rowCells(pack) })),
    },
  };
}

function rowCells(pack: Answer) {
  return [
    { text: pack.name, href: `/platforms/${pack.key}` },
    { text: pack.moderator ?? 'Nobody knows yet' },
    { text: plural(pack.chaseAfterWorkingDays, 'working day') },
    { text: STATUS[pack.status], note: pack.statusNote ?? undefined },
    { text: formatDate(pack.reviewBy), note: pack.isOverdue ? 'Overdue' : undefined },
  ];
}

/** One pack. @param today civil date */
export function platformView(found: PlatformPack, today: string): PageView {
  const pack = platformAnswer(found, today);
  return {
    page: { title: pack.name },
    pack,
    overdueSince: pack.isOverdue ? formatDate(pack.reviewBy) : undefined,
    doubt: doubtOf(pack),
    surfaces: pack.surfaces.map(({ name, path, goneAfterHours, needsTimestamp }) => ({
      key: name,
      lines: [
        path,
        ...(goneAfterHours ? [`Gone after ${goneAfterHours} hours: capture it now`] : []),
        ...(needsTimestamp ? ['Give the minute and second'] : []),
      ],
    })),
    levels: pack.levels.length > 1 ? pack.levels : [],
    grounds: {
      caption: 'Grounds',
      captionHidden: true,
      columns: ['What is wrong', 'The platform calls it', 'Mind'].map((text) => ({ text })),
      rows: pack.grounds.map(({ words, heading, caution }) => ({
        cells: [{ text: words }, { text: heading }, { text: caution ?? '' }],
      })),
    },
    facts: factsOf(pack),
  };
}

/** What has to be said of a pack that was not read whole on the platform's own pages. */
function doubtOf({ status, statusNote, checkedOn }: Answer): string | undefined {
  if (status === 'seen') return undefined;
  const part = statusNote ? ` (${statusNote})` : '';
  return `${STATUS[status]}${part}, on ${formatDate(checkedOn)}. Check it on the platform before you rely on it.`;
}

function factsOf(pack: Answer) {
  const limit = (count: number | null, none: string) =>
    count === null ? none : `${count.toLocaleString('en-GB')} characters, not checked`;
  return [
    { key: 'Who decides', text: pack.moderator ?? 'Nobody knows yet' },
    { key: 'What they want to see', text: pack.evidenceWanted },
    { key: 'Limit of a report', text: limit(pack.formLimit, 'None that we know') },
    { key: 'Limit of a reply', text: limit(pack.replyLimit, 'Not known') },
    { key: 'Typical wait', text: pack.typicalWait ?? 'Not known' },
    { key: 'We chase after', text: plural(pack.chaseAfterWorkingDays, 'working day') },
    { key: 'Appeal', text: appealWords(pack) },
    { key: 'Beyond that', text: pack.escalation ?? 'Not known' },
    { key: 'Help centre', text: pack.helpCentre ?? 'None', href: pack.helpCentre ?? undefined },
    { key: 'How far it was read', text: STATUS[pack.status] },
    { key: 'Last checked', text: formatDate(pack.checkedOn) },
    { key: 'Read again by', text: formatDate(pack.reviewBy) },
  ];
}

function appealWords({ appeals }: Answer): string {
  return appeals.most === 0 ? 'None' : appeals.how;
}

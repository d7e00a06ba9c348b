import type { CaseOverview } from '#cases';
import {
  type EvidenceFile,
  type EvidenceItem,
  FILE_ENDINGS,
  GONE_BY,
  nameOf,
  type OpenedEvidence,
  ORIGINAL_STATES,
} from '#evidence';
import { type Actor, can } from '#identity';
import type { PageView } from '../../http/page-renderer.js';
import { caseBarOf, timelineItems } from '../cases/cases.view.js';
import { wallClock } from '../press/press.view.js';
import {
  factsOf,
  GONE_WORDS,
  ORIGINAL_TAGS,
  originalWords,
  placeWarning,
} from './evidence-words.js';
import { evidenceOf } from './evidence.view.js';

/** Who looks, when, and what was opened. */
interface Viewing {
  readonly opened: OpenedEvidence;
  readonly actor: Actor;
  readonly now: Date;
}

/** One item: its content, what is known of it, what became of the original, and its custody. */
export function evidenceItemView(
  overview: CaseOverview,
  file: EvidenceFile,
  { opened, actor, now }: Viewing,
): PageView {
  const { item, versions, sightings, custody } = file;
  const { found } = overview;
  const list = evidenceOf(found.reference);
  const isOpen = found.state === 'open';
  return {
    page: { title: `Evidence ${nameOf(item)}` },
    caseBar: caseBarOf(found, list, overview),
    list,
    base: `${list}/${item.id}`,
    holdHref: can(actor, 'case:write') && `/cases/${found.reference}/holds?item=${item.id}`,
    placeWarning: placeWarning(item.tells),
    content: contentOf(opened, `${list}/${item.id}`),
    facts: factsOf(item, versions),
    destroyed: item.destroyed,
    hasVersions: versions.length > 0,
    sightings: sightings.map((sighting) => ({
      words: originalWords(sighting),
      by: sighting.recordedByName,
    })),
    states: ORIGINAL_STATES.map((value) => ({ value, text: ORIGINAL_TAGS[value].text })),
    goneBy: GONE_BY.map((value) => ({ value, text: GONE_WORDS[value] })),
    custody: timelineItems(custody),
    canLook: can(actor, 'case:write') && isOpen,
    canDestroy: can(actor, 'evidence:destroy') && !item.destroyed,
    values: { lookedAt: wallClock(now, found.jurisdiction) },
  };
}

/** The content as a page shows it: a picture by its copy, text as it is, all else as a download. */
export function contentOf({ item, content }: OpenedEvidence, base: string) {
  if (item.destroyed) return { isDestroyed: true };
  if (!content) return { isBroken: true };
  return {
    file: `${base}/file`,
    text: item.mediaType === 'text/plain' ? content.toString('utf8') : undefined,
    picture: isPicture(item) ? `${base}/picture` : undefined,
    copyName: `${nameOf(item)}-copy.${FILE_ENDINGS[item.mediaType]}`,
    alt: item.shows || `The picture of ${nameOf(item)}; nobody has said what it shows`,
  };
}

function isPicture({ mediaType }: EvidenceItem): boolean {
  return mediaType.startsWith('image/');
}

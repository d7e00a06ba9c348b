import {
  type EvidenceItem,
  FILE_ENDINGS,
  type GoneBy,
  nameOf,
  type OriginalState,
  type Sighting,
} from '#evidence';
import { formatDateTime } from '../../views/filters.js';

/** What was found where an original stood, as tags. */
export const ORIGINAL_TAGS: Record<OriginalState, { text: string; colour: string }> = {
  up: { text: 'Still up', colour: 'blue' },
  altered: { text: 'Altered', colour: 'purple' },
  gone: { text: 'Gone', colour: 'grey' },
};

/** Who took an original away, in words. */
export const GONE_WORDS: Record<GoneBy, string> = {
  author: 'Taken away by its author',
  platform: 'Taken away by the platform',
  unknown: 'Not known who took it away',
};

/** The kinds of content, in words. */
export const TYPE_WORDS: Record<EvidenceItem['mediaType'], string> = {
  'image/png': 'Picture (PNG)',
  'image/jpeg': 'Picture (JPEG)',
  'image/webp': 'Picture (WebP)',
  'application/pdf': 'PDF',
  'text/plain': 'Text',
};

/** What an item is, in words. */
export function kindWords({ kind, mediaType }: EvidenceItem): string {
  if (kind === 'link') return 'Address alone';
  return kind === 'text' ? 'Text copied from the page' : TYPE_WORDS[mediaType];
}

/** What became of an original, in one line. */
export function originalWords({ state, goneBy, lookedAt }: Sighting): string {
  const words = goneBy
    ? `${ORIGINAL_TAGS[state].text}. ${GONE_WORDS[goneBy]}`
    : ORIGINAL_TAGS[state].text;
  return `${words}, seen ${formatDateTime(lookedAt)}`;
}

/** What is known of an item. @param all the items of its case */
export function factsOf(item: EvidenceItem, all: readonly EvidenceItem[]) {
  const first = all.find(({ id }) => id === item.alteredFrom);
  return [
    { key: 'What it is', text: kindWords(item) },
    { key: 'What it shows', text: item.shows || 'Not said' },
    { key: 'Seen', text: formatDateTime(item.seenAt) },
    { key: 'Where', text: item.address || 'Not said', href: item.address },
    { key: 'Captured by', text: item.capturedBy },
    ...(item.isFromDoctor ? [{ key: 'Where it comes from', text: 'Sent by the doctor' }] : []),
    { key: 'Kept', text: `${item.keptByName}, ${formatDateTime(item.keptAt)}` },
    ...(item.fileName ? [{ key: 'Name of the file', text: item.fileName }] : []),
    { key: 'Size', text: `${item.size.toLocaleString('en-GB')} bytes` },
    { key: 'SHA-256', text: item.sha256 },
    ...(first ? [{ key: 'Altered version of', text: nameOf(first) }] : []),
  ];
}

/** Where the file of an item stands in a bundle. */
export function pathOf(item: EvidenceItem): string {
  return `evidence/${nameOf(item)}.${FILE_ENDINGS[item.mediaType]}`;
}

/** Pages of which there are versions: each the original with what it was changed to, oldest first. */
export function groupsOf(items: readonly EvidenceItem[]): EvidenceItem[][] {
  return items
    .filter(({ alteredFrom }) => alteredFrom === null)
    .map((first) => [first, ...items.filter(({ alteredFrom }) => alteredFrom === first.id)])
    .filter(({ length }) => length > 1);
}

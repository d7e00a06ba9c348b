import {
  type EvidenceItem,
  FILE_ENDINGS,
  type FileNote,
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

const NOTE_WORDS: Record<FileNote, string> = {
  place: 'where it was made',
  time: 'when it was made',
  device: 'with what it was made',
  words: 'words of a person or a program',
  unread: 'something that could not be read',
};

/** What a file tells besides what it shows, in words; empty where it tells nothing. */
export function tellsWords(tells: readonly FileNote[] | null): string {
  return (tells ?? []).map((note) => NOTE_WORDS[note]).join(', ');
}

/** What to say to whoever keeps or sends a file that tells where it was made, or may; undefined of any other. */
export function placeWarning(tells: readonly FileNote[] | null): string | undefined {
  const isPlaced = tells?.includes('place') ?? false;
  if (!isPlaced && !tells?.includes('unread')) return undefined;
  const what = isPlaced ? 'tells' : 'may tell';
  return `The file ${what} where the picture was made. The original is sealed as it is. Wherever the picture is posted: take it down or replace it, and use the copy without these notes.`;
}

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
    ...(item.mediaType.startsWith('image/')
      ? [{ key: 'What the file tells besides', text: besideWords(item) }]
      : []),
    { key: 'SHA-256', text: item.sha256 },
    ...(first ? [{ key: 'Altered version of', text: nameOf(first) }] : []),
  ];
}

function besideWords({ tells }: EvidenceItem): string {
  return tells === null ? 'Nobody looked when it was kept' : tellsWords(tells) || 'Nothing';
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

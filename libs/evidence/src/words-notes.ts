import type { FileNote } from './file-note.js';

/** Most bytes of a packet of words that are looked through. */
const MOST_WORDS = 1024 * 1024;

const PLACE_WORDS = [
  'gps',
  'latitude',
  'longitude',
  'photoshop:city',
  'photoshop:state',
  'photoshop:country',
  'iptc4xmpcore:location',
  'iptc4xmpcore:countrycode',
  'iptc4xmpext:location',
  'iptc4xmpext:city',
  'location',
  'geo:',
];
const TIME_WORDS = ['createdate', 'modifydate', 'datecreated', 'datetime', 'creation time'];
const DEVICE_WORDS = ['tiff:make', 'tiff:model', 'creatortool', 'software', 'aux:lens'];

/** What words in a file tell: a packet of XMP, or a note of a program. That there are some is always a note. */
export function wordsNotes(block: Buffer): Set<FileNote> {
  const words = block.toString('latin1', 0, MOST_WORDS).toLowerCase().replaceAll('\0', '');
  const has = (parts: readonly string[]) => parts.some((part) => words.includes(part));
  return new Set<FileNote>([
    'words',
    ...(has(PLACE_WORDS) ? (['place'] as const) : []),
    ...(has(TIME_WORDS) ? (['time'] as const) : []),
    ...(has(DEVICE_WORDS) ? (['device'] as const) : []),
    ...(block.length > MOST_WORDS ? (['unread'] as const) : []),
  ]);
}

/** Data sets of IPTC that name a place: city, part of it, state, country with its code. */
const PLACE_SETS = [0x5a, 0x5c, 0x5f, 0x64, 0x65];
const TIME_SETS = [0x37, 0x3c, 0x3e, 0x3f];

/** What the notes of a picture desk (IPTC) tell. */
export function deskNotes(block: Buffer): Set<FileNote> {
  const has = (sets: readonly number[]) =>
    sets.some((set) => block.includes(Buffer.from([0x1c, 0x02, set])));
  return new Set<FileNote>([
    'words',
    ...(has(PLACE_SETS) ? (['place'] as const) : []),
    ...(has(TIME_SETS) ? (['time'] as const) : []),
  ]);
}

import { inflateSync } from 'node:zlib';
import { exifNotes } from './exif-notes.js';
import { FILE_NOTES, type FileNote } from './file-note.js';
import type { MediaType } from './media-type.js';
import { deskNotes, wordsNotes } from './words-notes.js';

const EXIF = Buffer.from('Exif\0\0', 'latin1');
const XMP = Buffer.from('http://ns.adobe.com/x', 'latin1');
const DESK = Buffer.from('Photoshop 3.0\0', 'latin1');
const [END, SCAN, COMMENT, EXIF_OR_XMP, DESK_PART] = [0xd9, 0xda, 0xfe, 0xe1, 0xed];

/** Most packed words of one file that are unpacked, and most bytes of each. */
const [MOST_PACKED, MOST_UNPACKED] = [16, 256 * 1024];

/**
 * What a picture tells besides what it shows, by its bytes: EXIF, XMP and IPTC of a JPEG, EXIF and words of a PNG, EXIF and
 * XMP of a WebP. It opens nothing that it need not, follows no offset out of the file, and says `unread` of what is broken.
 *
 * @returns in the order of `FILE_NOTES`; empty for a clean picture and for what is none.
 */
export function fileNotes(content: Buffer, mediaType: MediaType): readonly FileNote[] {
  const reader = READERS[mediaType];
  const notes = new Set<FileNote>();
  try {
    for (const part of reader?.(content) ?? []) for (const note of part()) notes.add(note);
  } catch {
    // Cut short, or a size that leads out of the file.
    notes.add('unread');
  }
  return FILE_NOTES.filter((note) => notes.has(note));
}

type Part = () => Iterable<FileNote>;

const READERS: Partial<Record<MediaType, (content: Buffer) => Iterable<Part>>> = {
  'image/jpeg': jpegParts,
  'image/png': pngParts,
  'image/webp': webpParts,
};

function* jpegParts(content: Buffer): Generator<Part> {
  for (let at = 2; ;) {
    const marker = content.readUInt8(at + 1);
    if (content.readUInt8(at) !== 0xff) throw new RangeError();
    if (marker === SCAN || marker === END) return;
    // Fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const size = content.readUInt16BE(at + 2);
    const next = at + 2 + size;
    if (size < 2 || next > content.length) throw new RangeError();
    yield () => jpegNotes(marker, content.subarray(at + 4, next));
    at = next;
  }
}

function jpegNotes(marker: number, body: Buffer): Iterable<FileNote> {
  const begins = (with_: Buffer) => body.subarray(0, with_.length).equals(with_);
  if (marker === COMMENT) return wordsNotes(body);
  if (marker === EXIF_OR_XMP && begins(EXIF)) return exifNotes(body.subarray(EXIF.length));
  if (marker === EXIF_OR_XMP && begins(XMP)) return wordsNotes(body);
  return marker === DESK_PART && begins(DESK) ? deskNotes(body) : [];
}

function* pngParts(content: Buffer): Generator<Part> {
  let packed = 0;
  for (let at = 8; ;) {
    const next = at + 12 + content.readUInt32BE(at);
    if (next > content.length) throw new RangeError();
    const name = content.toString('latin1', at + 4, at + 8);
    if (name === 'IEND') return;
    const body = content.subarray(at + 8, next - 4);
    if (name === 'zTXt' || name === 'iTXt') packed += 1;
    if (packed > MOST_PACKED) throw new RangeError();
    yield () => pngNotes(name, body);
    at = next;
  }
}

function pngNotes(name: string, body: Buffer): Iterable<FileNote> {
  switch (name) {
    case 'eXIf':
      return exifNotes(body);
    case 'tEXt':
      return wordsNotes(body);
    case 'zTXt':
      return packedNotes(body, afterNul(body, 0) + 1);
    case 'iTXt':
      return internationalNotes(body);
    case 'tIME':
      return ['time'];
    default:
      return [];
  }
}

/** Keyword, whether it is packed, method, language, translated keyword, words. */
function internationalNotes(body: Buffer): Iterable<FileNote> {
  const flag = afterNul(body, 0);
  if (body.readUInt8(flag) === 0) return wordsNotes(body);
  return packedNotes(body, afterNul(body, afterNul(body, flag + 2)));
}

function packedNotes(body: Buffer, at: number): Iterable<FileNote> {
  try {
    const words = inflateSync(body.subarray(at), { maxOutputLength: MOST_UNPACKED });
    const keyword = body.subarray(0, afterNul(body, 0));
    const isBlock = keyword.includes('Raw profile type');
    return [
      ...wordsNotes(Buffer.concat([keyword, words])),
      ...(isBlock ? ['unread' as const] : []),
    ];
  } catch {
    return ['unread'];
  }
}

function afterNul(body: Buffer, from: number): number {
  const at = body.indexOf(0, from);
  if (at < 0) throw new RangeError();
  return at + 1;
}

function* webpParts(content: Buffer): Generator<Part> {
  const end = 8 + content.readUInt32LE(4);
  for (let at = 12; at + 8 <= end;) {
    const size = content.readUInt32LE(at + 4);
    const next = at + 8 + size;
    if (next > content.length) throw new RangeError();
    const name = content.toString('latin1', at, at + 4);
    const body = content.subarray(at + 8, next);
    const isMarked = body.subarray(0, EXIF.length).equals(EXIF);
    if (name === 'EXIF') yield () => exifNotes(isMarked ? body.subarray(EXIF.length) : body);
    if (name === 'XMP ') yield () => wordsNotes(body);
    at = next + (size % 2);
  }
}

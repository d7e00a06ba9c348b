import type { MediaType } from './media-type.js';

/** What a PNG is drawn from; the rest may say where, when and with what it was made. */
const PNG_PARTS = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT']);
const WEBP_NOTES = new Set(['EXIF', 'XMP ']);
/** Bits of the header of a WebP that announce EXIF and XMP. */
const WEBP_NOTES_BITS = 0x0c;

const [START, END, SCAN, COMMENT, ADOBE] = [0xd8, 0xd9, 0xda, 0xfe, 0xee];

/**
 * The copy of a picture that pages show: the same picture without place, device and other notes of its file, and
 * without whatever was hidden after its end. The original stays as it is.
 *
 * @returns undefined for what is no picture, or none that can be read.
 */
export function shownCopy(content: Buffer, mediaType: MediaType): Buffer | undefined {
  try {
    if (mediaType === 'image/png') return shownPng(content);
    if (mediaType === 'image/jpeg') return shownJpeg(content);
    return mediaType === 'image/webp' ? shownWebp(content) : undefined;
  } catch {
    // Reading past the end of what was cut short.
    return undefined;
  }
}

function shownPng(content: Buffer): Buffer | undefined {
  const parts = [content.subarray(0, 8)];
  for (let at = 8; ;) {
    const next = at + 12 + content.readUInt32BE(at);
    const name = content.toString('latin1', at + 4, at + 8);
    if (next > content.length) return undefined;
    if (PNG_PARTS.has(name)) parts.push(content.subarray(at, next));
    if (name === 'IEND') return Buffer.concat(parts);
    at = next;
  }
}

function shownJpeg(content: Buffer): Buffer | undefined {
  const parts = [content.subarray(0, 2)];
  for (let at = 2; ;) {
    const [mark, marker] = [content.readUInt8(at), content.readUInt8(at + 1)];
    if (mark !== 0xff || marker === START) return undefined;
    // Fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) return Buffer.concat([...parts, content.subarray(at, at + 2)]);
    const body = at + 2 + content.readUInt16BE(at + 2);
    const next = marker === SCAN ? endOfScan(content, body) : body;
    if (next > content.length) return undefined;
    if (!isNote(marker)) parts.push(content.subarray(at, next));
    at = next;
  }
}

/** Where the next marker stands after the drawn part: a stuffed or a restart byte is none. */
function endOfScan(content: Buffer, from: number): number {
  for (let at = content.indexOf(0xff, from); at >= 0; at = content.indexOf(0xff, at + 1)) {
    const next = content.readUInt8(at + 1);
    const isData = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return at;
  }
  return content.length;
}

/** All notes of programs and people but Adobe's, which says how the colours are to be read. */
function isNote(marker: number): boolean {
  return marker === COMMENT || (marker > 0xe0 && marker <= 0xef && marker !== ADOBE);
}

function shownWebp(content: Buffer): Buffer | undefined {
  const end = 8 + content.readUInt32LE(4);
  const parts: Buffer[] = [];
  for (let at = 12; at + 8 <= end;) {
    const size = content.readUInt32LE(at + 4);
    const next = at + 8 + size + (size % 2);
    if (next > content.length) return undefined;
    const name = content.toString('latin1', at, at + 4);
    if (!WEBP_NOTES.has(name)) parts.push(withoutAnnouncement(name, content.subarray(at, next)));
    at = next;
  }
  const body = Buffer.concat([Buffer.from('WEBP'), ...parts]);
  const head = Buffer.from('RIFF0000');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

function withoutAnnouncement(name: string, part: Buffer): Buffer {
  if (name !== 'VP8X') return part;
  const copy = Buffer.from(part);
  copy.writeUInt8(copy.readUInt8(8) & ~WEBP_NOTES_BITS, 8);
  return copy;
}

import { EVIDENCE_SIZE } from './evidence.js';
import { captureWrong } from './evidence-refusals.js';

export const MEDIA_TYPES = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'application/pdf',
  'text/plain',
] as const;
/** The kinds of content that are kept. */
export type MediaType = (typeof MEDIA_TYPES)[number];

/** The ending of a file's name, by its kind. */
export const FILE_ENDINGS: Record<MediaType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
};

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const JPEG = Buffer.from('ffd8ff', 'hex');
/** Controls other than tab, line breaks and form feed. */
const NOT_TEXT = /(?![\t\n\r\f])\p{Cc}/u;
/** Text that a browser or reader would take for a page or picture with a will of its own. */
const MARKUP = /^\s*<(?:!doctype|\?xml|html|head|body|script|svg|iframe|!--)/i;

/** The kind of some bytes, whatever their name says; undefined where they are of none that is kept. */
export function mediaTypeOf(content: Buffer): MediaType | undefined {
  const startsWith = (text: string, at = 0) =>
    content.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'));
  if (content.subarray(0, PNG.length).equals(PNG)) {
    return startsWith('IHDR', 12) ? 'image/png' : undefined;
  }
  if (content.subarray(0, JPEG.length).equals(JPEG)) return 'image/jpeg';
  if (startsWith('RIFF') && startsWith('WEBP', 8)) return 'image/webp';
  if (startsWith('%PDF-')) return 'application/pdf';
  return isPlainText(content) ? 'text/plain' : undefined;
}

const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif']);

/** A photograph as telephones keep it: it is not taken, since nothing here can leave out of it where it was made. */
function isHeic(content: Buffer): boolean {
  const brand = content.toString('latin1', 8, 12);
  return content.toString('latin1', 4, 8) === 'ftyp' && HEIC_BRANDS.has(brand);
}

/** The kind of a file that somebody wants kept. @throws Invalid `evidence-wrong` at `file` */
export function assertKeepable(content: Buffer): MediaType {
  if (content.length === 0) throw captureWrong('file', 'The file is empty');
  if (content.length > EVIDENCE_SIZE) {
    throw captureWrong('file', 'The file must be 10 MB or smaller');
  }
  const mediaType = mediaTypeOf(content);
  if (isHeic(content)) {
    throw captureWrong(
      'file',
      'This is a HEIC photograph of a telephone. Such files mostly tell where they were taken. Save it as JPEG, or take a screenshot of it',
    );
  }
  if (!mediaType) {
    throw captureWrong('file', 'The file must be a PNG, JPEG, WebP, PDF or plain text');
  }
  return mediaType;
}

function isPlainText(content: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return !NOT_TEXT.test(text) && !MARKUP.test(text);
  } catch {
    return false;
  }
}

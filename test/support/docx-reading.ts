import { inflateRawSync } from 'node:zlib';

/** What stands in a Word file. */
export interface ReadDocx {
  readonly files: readonly string[];
  /** Each with its style; line breaks as `\n`. */
  readonly paragraphs: readonly { readonly style: string; readonly text: string }[];
  readonly footer: string;
}

/** Reads the words of a Word file by its packed parts. */
export function readDocx(file: Buffer): ReadDocx {
  const parts = partsOf(file);
  const paragraphs = [...parts.get('word/document.xml')!.matchAll(/<w:p>[^]*?<\/w:p>/g)];
  return {
    files: [...parts.keys()],
    paragraphs: paragraphs.map(([xml]) => ({
      style: /<w:pStyle w:val="(\w+)"/.exec(xml)?.[1] ?? '',
      text: wordsIn(xml),
    })),
    footer: wordsIn(parts.get('word/footer1.xml')!),
  };
}

function wordsIn(xml: string): string {
  const runs = xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|(<w:br\/>)/g);
  return [...runs].map(([, words, lineBreak]) => (lineBreak ? '\n' : plain(words!))).join('');
}

function plain(xml: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return xml.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name]!);
}

/** The parts of a zip, packed or not, by its directory. */
function partsOf(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  const parts = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const start = zip.readUInt32LE(at + 42);
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const raw = zip.subarray(data, data + size);
    const content = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(raw) : raw;
    parts.set(zip.toString('utf8', at + 46, at + 46 + nameLength), content.toString('utf8'));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}

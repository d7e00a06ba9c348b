import { inflateRawSync } from 'node:zlib';

/** What stands in a Word file. */
export interface ReadDocx {
  readonly files: readonly string[];
  /** Each with its style; line breaks as `\n`. */
  readonly paragraphs: readonly {
    readonly style: string;
    readonly text: string;
    /** Of an item of a list, as the program that shows it writes it. */
    readonly mark?: string;
  }[];
  readonly footer: string;
}

/** Reads the words of a Word file by its packed parts. */
export function readDocx(file: Buffer): ReadDocx {
  const parts = partsOf(file);
  const paragraphs = [...parts.get('word/document.xml')!.matchAll(/<w:p>[^]*?<\/w:p>/g)];
  const marks = new Marks(parts.get('word/numbering.xml')!);
  return {
    files: [...parts.keys()],
    paragraphs: paragraphs.map(([xml]) => ({
      style: /<w:pStyle w:val="(\w+)"/.exec(xml)?.[1] ?? '',
      text: wordsIn(xml),
      ...marks.next(/<w:numId w:val="(\d+)"/.exec(xml)?.[1]),
    })),
    footer: wordsIn(parts.get('word/footer1.xml')!),
  };
}

/** Counts the items of lists as Word does. */
class Marks {
  private readonly counts = new Map<string, number>();

  constructor(private readonly numbering: string) {}

  next(list: string | undefined): { mark?: string } {
    if (list === undefined) return {};
    const definition = this.definition(list);
    const value = (name: string) => new RegExp(`<w:${name} w:val="([^"]*)"`).exec(definition)![1]!;
    const count = this.counts.get(list) ?? Number(value('start'));
    this.counts.set(list, count + 1);
    const letter = String.fromCharCode(96 + count);
    const counted = value('numFmt') === 'lowerLetter' ? letter : String(count);
    return { mark: value('lvlText').replace('%1', counted) };
  }

  private definition(list: string): string {
    const { numbering } = this;
    const link = new RegExp(`<w:num w:numId="${list}"[^>]*><w:abstractNumId w:val="(\\d+)"`);
    const [, id] = link.exec(numbering)!;
    return new RegExp(`<w:abstractNum w:abstractNumId="${id}"[^]*?</w:abstractNum>`).exec(
      numbering,
    )![0];
  }
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

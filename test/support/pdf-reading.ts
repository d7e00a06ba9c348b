import { inflateSync } from 'node:zlib';

/** One element of the structure tree. */
export interface PdfElement {
  /** Such as `H1` or `P`. */
  readonly role: string;
  /** The words in it and below it, line after line. */
  readonly text: string;
}

/** What a screen reader is told of a PDF. */
export interface ReadPdf {
  /** The catalogue as it stands: language, marks. */
  readonly catalogue: string;
  readonly metadata: string;
  readonly pages: number;
  /** Below the document, in their order. */
  readonly elements: readonly PdfElement[];
  /** The roles in the whole tree, such as `H1 P L(LI(Lbl LBody))`. */
  readonly roles: string;
  /** What is printed on the pages beside the elements, such as their feet. */
  readonly artefacts: string;
}

/** Reads the structure tree of a PDF as our compiler writes it. */
export function readPdf(file: Buffer): ReadPdf {
  return new PdfReader(file).read();
}

export interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

const BESIDE = 'beside';

class PdfReader {
  private readonly objects: ReadonlyMap<string, PdfObject>;
  /** Words by page and mark. */
  private readonly words = new Map<string, string>();

  constructor(file: Buffer) {
    this.objects = objectsOf(file);
  }

  read(): ReadPdf {
    const pages = this.ofType('/Page');
    for (const [id, page] of pages) this.readPage(id, page);
    const [, catalogue] = this.ofType('/Catalog')[0]!;
    const root = this.get(/\/StructTreeRoot (\d+)/, catalogue);
    const document = this.get(/\/K \[(\d+) 0 R\]/, root);
    const kids = kidsOf(document).map((kid) => this.objects.get(kid.slice(0, -4))!);
    return {
      catalogue: catalogue.head,
      metadata: Buffer.from(this.get(/\/Metadata (\d+)/, catalogue).stream, 'latin1').toString(),
      pages: pages.length,
      elements: kids.map((kid) => this.element(kid)),
      roles: kids.map((kid) => this.rolesIn(kid)).join(' '),
      artefacts: this.words.get(BESIDE) ?? '',
    };
  }

  private ofType(type: string): [string, PdfObject][] {
    return [...this.objects].filter(([, { head }]) =>
      new RegExp(`/Type ${type}\\b(?!s)`).test(head),
    );
  }

  private get(pattern: RegExp, { head }: PdfObject): PdfObject {
    return this.objects.get(pattern.exec(head)![1]!)!;
  }

  private element(element: PdfObject): PdfElement {
    const page = /\/Pg (\d+)/.exec(element.head.replace(/\/K \[[^]*\]/, ''))?.[1];
    const text = kidsOf(element).map((kid) => {
      const mark = /\/MCID (\d+)/.exec(kid)?.[1];
      if (mark) return this.words.get(`${/\/Pg (\d+)/.exec(kid)?.[1] ?? page}:${mark}`);
      if (kid.endsWith(' R')) return this.element(this.objects.get(kid.slice(0, -4))!).text;
      return this.words.get(`${page}:${kid}`);
    });
    return { role: roleOf(element), text: text.join('\n') };
  }

  private rolesIn(element: PdfObject): string {
    const below = kidsOf(element).filter((kid) => kid.endsWith(' R'));
    const roles = below.map((kid) => this.rolesIn(this.objects.get(kid.slice(0, -4))!));
    return roles.length > 0 ? `${roleOf(element)}(${roles.join(' ')})` : roleOf(element);
  }

  private readPage(id: string, page: PdfObject): void {
    const fonts = new Map<string, Map<string, string>>();
    for (const [, name, font] of page.head.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
      fonts.set(name!, lettersOf(this.get(/\/ToUnicode (\d+)/, this.objects.get(font!)!).stream));
    }
    const content = this.get(/\/Contents (\d+)/, page).stream;
    for (const [, head, run] of content.matchAll(/(\/\w+[^]*?) (?:BDC|BMC)\n([^]*?)\nEMC/g)) {
      const mark = /\/MCID (\d+)/.exec(head!)?.[1];
      const key = mark ? `${id}:${mark}` : BESIDE;
      this.words.set(key, (this.words.get(key) ?? '') + wordsIn(run!, fonts));
    }
  }
}

/** The objects of a PDF by their numbers, with their streams unpacked. */
export function objectsOf(file: Buffer): Map<string, PdfObject> {
  const all = file.toString('latin1').matchAll(/(?<=\n)(\d+) 0 obj\n([^]*?)\nendobj/g);
  return new Map([...all].map(([, id, body]) => [id!, objectOf(body!)]));
}

const roleOf = ({ head }: PdfObject) => /\/S \/(\w+)/.exec(head)![1]!;

function objectOf(body: string): PdfObject {
  const at = body.search(/\nstream\n/);
  if (at < 0) return { head: body, stream: '' };
  const head = body.slice(0, at);
  const length = Number(/\/Length (\d+)/.exec(head)![1]);
  const raw = body.slice(at + 8, at + 8 + length);
  const isPacked = head.includes('/FlateDecode');
  return {
    head,
    stream: isPacked ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw,
  };
}

/** The kids of an element: `12 0 R`, a mark, or a mark on a page of its own. */
function kidsOf({ head }: PdfObject): string[] {
  const list = /\/K \[((?:<<[^]*?>>|[^\]])*)\]/.exec(head)?.[1] ?? '';
  return list.match(/<<[^]*?>>|\d+ 0 R|\d+/g) ?? [];
}

/** Which letters each glyph stands for. */
function lettersOf(map: string): Map<string, string> {
  const pairs = map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]+)>/gi);
  return new Map(
    [...pairs].map(([, glyph, letters]) => [
      glyph!.toLowerCase(),
      Buffer.from(letters!, 'hex').swap16().toString('utf16le'),
    ]),
  );
}

/** The words that a run of a page shows, by the font in force. */
function wordsIn(run: string, fonts: ReadonlyMap<string, Map<string, string>>): string {
  let font = new Map<string, string>();
  let words = '';
  const parts = /\/(f\d+) [\d.]+ Tf|\(/g;
  for (let part = parts.exec(run); part; part = parts.exec(run)) {
    if (part[1]) font = fonts.get(part[1])!;
    else {
      const end = endOfString(run, parts.lastIndex);
      const glyphs = bytesOf(run.slice(parts.lastIndex, end)).match(/.{4}/g) ?? [];
      words += glyphs.map((glyph) => font.get(glyph) ?? '\uFFFD').join('');
      parts.lastIndex = end;
    }
  }
  return words;
}

/** Where a string ends: brackets in it stand in pairs, or are escaped. */
function endOfString(run: string, from: number): number {
  let depth = 1;
  let at = from;
  for (; depth > 0; at += 1) {
    if (run[at] === '\\') at += 1;
    else if (run[at] === '(') depth += 1;
    else if (run[at] === ')') depth -= 1;
  }
  return at - 1;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes of a string of a PDF, in hexadecimal. */
function bytesOf(literal: string): string {
  const plain = literal.replaceAll(/\\([0-7]{1,3}|[^])/g, (_, escaped: string) =>
    /^[0-7]/.test(escaped)
      ? String.fromCodePoint(Number.parseInt(escaped, 8))
      : (ESCAPES[escaped] ?? escaped),
  );
  return Buffer.from(plain, 'latin1').toString('hex');
}

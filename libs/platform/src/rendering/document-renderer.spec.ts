import { readDocx } from '../../../../test/support/docx-reading.js';
import { accessibilityFaults } from '../../../../test/support/pdf-accessibility.js';
import { readPdf } from '../../../../test/support/pdf-reading.js';
import { DocumentRenderer, type RenderingLimits } from './document-renderer.js';
import type { TextDocument } from './text-document.js';

const HOSTILE = [
  '#import "@preview/x:1.0.0": * #read("/etc/passwd") #(1 + 1) #panic("x")',
  '$x^2$ \\ \\u{41} `raw` ```block``` <label> @label [content] {code} *b* _i_ ~ -- --- ... // c /* d */',
  '   = Heading?  two  spaces',
  '- item',
  '+ item',
  '/ term: words "quoted" \'single\' it’s',
  '',
  '<w:t>]]> & &amp; <script>alert(1)</script> %PDF (brackets) \\( {{ handlebars }}',
  '',
  'Łódź ŵ ŷ ffi fl é € “ ” – — • № ½ Δ Ж',
  `https://example.org/${'a'.repeat(300)}`,
].join('\n');

const LISTS = [
  'Notice of what was done about a post',
  '1. When\nIt was found on Monday. We have:\n- asked for its removal,\n  twice;\n- told the regulator.',
  '2. In which order?\nWe began at once.',
  '(a) The site was asked.',
  '(b) The regulator was told.',
].join('\n\n');

const LONG_RUN = 30_000;

function documentOf(text: string): TextDocument {
  return {
    title: 'Letter from #strong[Example] <Union>',
    language: 'en-GB',
    sender: { name: 'Example & Union', lines: ['1 High Street $x$', 'Telephone: 020 7946 0100'] },
    facts: [{ key: 'Date', text: '26 November 2026' }],
    text,
    foot: 'SHA-256 of the released text: 00ff',
  };
}

const open: DocumentRenderer[] = [];
function aRenderer(limits?: Partial<RenderingLimits>): DocumentRenderer {
  const renderer = new DocumentRenderer(limits);
  open.push(renderer);
  return renderer;
}

const withoutSpaces = (text: string) => text.replaceAll(/\s/g, '');

describe('files of a text', () => {
  const renderer = aRenderer();
  afterAll(() => Promise.all(open.map((one) => one.onApplicationShutdown())));

  describe('are refused as PDF', () => {
    it('where there is no compiler for the machine; a Word file is made there', async () => {
      const poor = aRenderer({ compilerPackage: 'no-such-compiler' });
      expect([await poor.canMake('pdf'), await poor.canMake('docx')]).toEqual([false, true]);
      const refused = poor.render('pdf', documentOf('Words'));
      await expect(refused).rejects.toMatchObject({ kind: 'conflict', code: 'pdf-not-made-here' });
      const { paragraphs } = readDocx(await poor.render('docx', documentOf('Words')));
      expect(paragraphs.at(-1)?.text).toBe('Words');
    });

    it('when a character cannot be shown: none is left out in silence', async () => {
      const refused = renderer.render('pdf', documentOf('Thank you 😀'));
      await expect(refused).rejects.toMatchObject({ kind: 'conflict', code: 'text-not-in-pdf' });
      const { paragraphs } = readDocx(await renderer.render('docx', documentOf('Thank you 😀')));
      expect(paragraphs.at(-1)?.text).toBe('Thank you 😀');
    });
  });

  it('are refused when they take too long; the next one begins in a thread of its own', async () => {
    const hurried = aRenderer({ time: 1 });
    for (const format of ['pdf', 'docx'] as const) {
      await expect(hurried.render(format, documentOf('Words'))).rejects.toMatchObject({
        kind: 'unavailable',
        code: 'document-took-too-long',
      });
    }
  });

  it('are refused when too many wait', async () => {
    const busy = aRenderer({ waiting: 1 });
    const first = busy.render('docx', documentOf('Words'));
    await expect(busy.render('docx', documentOf('Words'))).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'too-many-documents',
    });
    await first;
  });

  describe('as PDF', () => {
    it('are tagged for a screen reader: language, title, a heading and paragraphs', async () => {
      const pdf = readPdf(await renderer.render('pdf', documentOf('Dear Dr X\n\nWords\nmore')));
      expect(pdf.catalogue).toContain('/Lang (en-GB)');
      expect(pdf.catalogue).toContain('/Marked true');
      expect(pdf.catalogue).toContain('/DisplayDocTitle true');
      expect(pdf.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
      expect(pdf.metadata).toContain('Letter from #strong[Example] &lt;Union&gt;');
      expect(pdf.elements).toEqual([
        { role: 'P', text: 'Example & Union' },
        { role: 'P', text: '1 High Street $x$\nTelephone: 020 7946 0100' },
        { role: 'H1', text: 'Letter from #strong[Example] <Union>' },
        { role: 'P', text: 'Date:\n 26 November 2026' },
        { role: 'P', text: 'Dear Dr X' },
        { role: 'P', text: 'Words\nmore' },
      ]);
      expect(pdf.artefacts).toBe('SHA-256 of the released text: 00ffPage 1 of 1');
    });

    it('hold lists as lists and headings as headings, and keep to what PDF/UA asks for', async () => {
      const file = await renderer.render('pdf', documentOf(LISTS));
      const { elements, roles } = readPdf(file);
      expect(roles.replace(/^.*? H2/, 'H2')).toBe(
        'H2 H2 P L(LI(Lbl LBody) LI(Lbl LBody)) H2 P L(LI(Lbl LBody) LI(Lbl LBody))',
      );
      expect(elements.at(-1)?.text.replaceAll('\n', ' ')).toBe(
        '(a) The site was asked. (b) The regulator was told.',
      );
      for (const text of [LISTS, HOSTILE, 'Words']) {
        expect(accessibilityFaults(await renderer.render('pdf', documentOf(text)))).toEqual([]);
      }
      const spoilt = file
        .toString('latin1')
        .replace('/Lang (', '/Lung (')
        .replace('/FontFile', '/F');
      expect(accessibilityFaults(Buffer.from(spoilt, 'latin1'))).toEqual([
        'names its language',
        'has its fonts in it',
      ]);
    });

    it('hold hostile words as words, every one of them and no other', async () => {
      const { elements } = readPdf(await renderer.render('pdf', documentOf(HOSTILE)));
      const words = elements.slice(4).map(({ text }) => withoutSpaces(text));
      expect(words.join('')).toBe(withoutSpaces(HOSTILE));
    });

    it(
      'hold fifty thousand characters, whether parted by spaces or not',
      async () => {
        for (const text of ['[#x] $y$ '.repeat(5556).slice(0, 50_000).trim(), '#'.repeat(50_000)]) {
          const pdf = readPdf(await renderer.render('pdf', documentOf(text)));
          expect(pdf.pages).toBeGreaterThan(5);
          expect(withoutSpaces(pdf.elements.at(-1)!.text)).toBe(withoutSpaces(text));
        }
      },
      LONG_RUN,
    );
  });

  describe('for Word', () => {
    it('hold the words of every line byte for byte, hostile ones too', async () => {
      const docx = readDocx(await renderer.render('docx', documentOf(HOSTILE)));
      const words = docx.paragraphs
        .slice(4)
        .map(({ mark, text }) => (mark ? `${mark} ${text}` : text));
      expect(words.join('\n').split('\n')).toEqual(HOSTILE.split(/\n+/));
      expect(docx.paragraphs[2]).toEqual({
        style: 'Heading1',
        text: 'Letter from #strong[Example] <Union>',
      });
      expect(docx.footer).toContain('SHA-256 of the released text: 00ff');
      expect(docx.files.filter((name) => /macro|vba|external/i.test(name))).toEqual([]);
    });

    it('hold lists that Word counts, and headings that it finds', async () => {
      const { paragraphs } = readDocx(await renderer.render('docx', documentOf(LISTS)));
      expect(paragraphs.slice(4)).toEqual([
        { style: 'Heading2', text: 'Notice of what was done about a post' },
        { style: 'Heading2', text: '1. When' },
        { style: '', text: 'It was found on Monday. We have:' },
        { style: 'ListParagraph', mark: '-', text: 'asked for its removal,\n  twice;' },
        { style: 'ListParagraph', mark: '-', text: 'told the regulator.' },
        { style: 'Heading2', text: '2. In which order?' },
        { style: '', text: 'We began at once.' },
        { style: 'ListParagraph', mark: '(a)', text: 'The site was asked.' },
        { style: 'ListParagraph', mark: '(b)', text: 'The regulator was told.' },
      ]);
    });

    it('hold fifty thousand characters', async () => {
      const text = '<w:p> & '.repeat(6250).trim();
      const docx = readDocx(await renderer.render('docx', documentOf(text)));
      expect(docx.paragraphs.at(-1)?.text).toBe(text);
    });
  });

  it('leave the process free to answer others', async () => {
    let longest = 0;
    let last = performance.now();
    const pulse = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 10);
    const started = performance.now();
    await renderer.render('pdf', documentOf('a\n\n'.repeat(5000)));
    clearInterval(pulse);
    expect(longest).toBeLessThan((performance.now() - started) / 2);
  });
});

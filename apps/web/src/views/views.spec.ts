import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLES } from '../../../../test/support/gallery-models.js';
import { barChart, monthChart } from './chart.js';
import type { ChartModel } from './chart.js';
import { deadlineWord } from './deadline-words.js';
import { ERROR_WORDS, errorWords } from './error-words.js';
import {
  dateParts,
  formatDate,
  formatDateTime,
  formatShortDate,
  plural,
  safeAddress,
} from './filters.js';
import { markText } from './marked-text.js';
import { fieldErrors } from './page-model.js';
import { createViewEngine } from './view-engine.js';

const ROOT = join(import.meta.dirname, '../../../../..');
const PAGES = join(ROOT, 'templates/pages');
const engine = createViewEngine({
  directory: [PAGES, join(ROOT, 'test/support/gallery-templates')],
});

const HOSTILE = `"'><img src=x onerror=alert(1)></textarea></title><script>alert(2)</script>`;

type Spoil = (text: string, key: string) => string;

/** Changes every text of a model, wherever it lies. */
function spoiled(value: unknown, spoil: Spoil, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => spoiled(item, spoil, key));
  if (typeof value === 'string') return spoil(value, key);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, item]) => [name, spoiled(item, spoil, name)]);
  return Object.fromEntries(entries);
}

/** What steers a template is ours, and addresses have a test of their own. */
const STEERING = /^(kind|field|state|severity|.*href)$/i;

const withHostileWords: Spoil = (text, key) =>
  text === '' || STEERING.test(key) ? text : text + HOSTILE;

const withHostileAddresses: Spoil = (text, key) =>
  /(href|action)$/i.test(key) ? 'javascript:alert(1)' : text;

/** How many elements of each name a page has: hostile words must add none. */
function elementsOf(html: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [, name] of html.matchAll(/<([a-z][a-z0-9]*)/g)) {
    counts[name!] = (counts[name!] ?? 0) + 1;
  }
  return counts;
}

describe('what a stranger typed', () => {
  it.each(SAMPLES.map((sample) => [sample.name, sample] as const))(
    'adds no element to the page %s',
    (_, { view, model }) => {
      const html = engine.render(view, spoiled(model, withHostileWords) as object);
      expect(html).toContain('&lt;script&gt;alert(2)');
      expect(elementsOf(html)).toEqual(elementsOf(engine.render(view, model)));
    },
  );

  it('is never an address that runs', () => {
    for (const { view, model } of SAMPLES) {
      const html = engine.render(view, spoiled(model, withHostileAddresses) as object);
      expect(html).not.toContain('javascript:');
    }
  });

  it.each(['values', 'label', 'hint', 'option', 'error'])(
    'stays text in the %s of each field',
    (place) => {
      const html = fieldsWith(place, HOSTILE);
      expect(html).toContain('&lt;script&gt;alert(2)');
      expect(elementsOf(html)).toEqual(elementsOf(fieldsWith(place, 'calm')));
    },
  );

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    'vbscript:x',
    '\u0001javascript:alert(1)',
    '/\t/evil.example',
    'java\nscript:alert(1)',
  ])('is no address to follow: %j', (address) => {
    expect(safeAddress(address)).toBe('');
  });
});

/** Each form macro once, with a text in one place of it. */
function fieldsWith(place: string, text: string): string {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const typed = Object.fromEntries(names.map((name) => [name, text]));
  return engine.render('fields', {
    field: {
      label: place === 'label' ? text : 'Label',
      hint: place === 'hint' ? text : 'Hint',
      options: [{ value: text, text: place === 'option' ? text : 'Option', hint: text }],
    },
    values: place === 'values' ? { ...typed, 'f-day': text } : {},
    errors: place === 'error' ? fieldErrors(names.map((field) => ({ field, message: text }))) : [],
  });
}

describe('every page', () => {
  it.each(SAMPLES.map((sample) => [sample.name, sample] as const))(
    'has no inline script or style, one h1 and no id twice: %s',
    (_, { view, model }) => {
      const html = engine.render(view, model);
      expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+=|javascript:/i);
      expect(html.match(/<script\b[^>]*>/g)).toEqual([
        '<script type="module" src="/assets/parapet.mjs">',
      ]);
      expect(html.match(/<h1\b/g)).toHaveLength(1);
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      expect(ids).toHaveLength(new Set(ids).size);
    },
  );

  it('loads nothing from another host', () => {
    for (const { view, model } of SAMPLES) {
      expect(engine.render(view, model)).not.toMatch(/(src|<link[^>]+href)="(https?:)?\/\//);
    }
  });

  it('carries the token in every form that changes something', () => {
    for (const { view, model } of SAMPLES) {
      const forms =
        engine.render(view, model).match(/<form[^>]*method="post"[\s\S]*?<\/form>/g) ?? [];
      for (const form of forms) expect(form).toContain('name="_csrf" value="token"');
    }
  });
});

describe('a page with faults', () => {
  const html = sample('form-errors');

  it('says so in its title', () => {
    expect(html).toContain('<title>Error: Fields');
    expect(sample('form')).toContain('<title>Fields');
  });

  it('links each fault to something that can be filled in', () => {
    const links = [...html.matchAll(/<li><a href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links).toEqual(['replied', 'seen', 'words']);
    for (const id of links) expect(html).toMatch(new RegExp(`<(input|textarea)[^>]* id="${id}"`));
  });

  it('keeps what was typed', () => {
    expect(html).toContain('value="not an address"');
    expect(html).toMatch(/name="seen-day"[^>]*value="31"/);
    expect(html).toMatch(/<option value="b" selected>/);
    expect(html).toMatch(/value="review" checked/);
  });

  it('gives nested faults the id of their field', () => {
    expect(fieldErrors([{ field: 'links.0', message: 'Give a link' }])).toEqual([
      { field: 'links-0', text: 'Give a link', href: '#links-0' },
    ]);
  });
});

function sample(name: string): string {
  const { view, model } = SAMPLES.find((one) => one.name === name)!;
  return engine.render(view, model);
}

describe('a chart', () => {
  const draw = (values: (number | null)[], kind: 'bars' | 'columns' = 'bars'): ChartModel => {
    const figures = values.map((value, index) => ({
      label: kind === 'bars' ? `Row ${index}` : `2026-0${index + 1}`,
      value,
    }));
    const words = { id: 'c', title: 'T', description: 'D.', labelHeading: 'L', valueHeading: 'V' };
    return kind === 'bars' ? barChart({ ...words, figures }) : monthChart({ ...words, figures });
  };

  it.each(['bars', 'columns'] as const)('draws 1, 2, 3, 4 and hidden alike: %s', (kind) => {
    const drawn = [1, 2, 3, 4, null].map((value) => draw([value, 60], kind));
    for (const model of drawn) expect(model).toEqual(drawn[0]);
    expect(drawn[0]!.bars[0]).toMatchObject({ hidden: true, text: 'fewer than 5' });
  });

  it('does not let a hidden number set the scale', () => {
    expect(draw([4, 0])).toEqual(draw([1, 0]));
  });

  it('shows nought and five as they are', () => {
    expect(draw([0, 5]).bars.map(({ text, hidden }) => [text, hidden])).toEqual([
      ['0', false],
      ['5', false],
    ]);
  });

  it('gives the largest number the longest bar', () => {
    expect(draw([1200, 600]).bars.map(({ text, width }) => [text, width])).toEqual([
      ['1,200', 82],
      ['600', 41],
    ]);
  });

  it('prints the words of hidden numbers and not the numbers', () => {
    const html = sample('reports');
    expect(html).toContain('fewer than 5</td>');
    expect(html).not.toMatch(/>3<\/(text|td)>/);
  });
});

describe('marks in a text', () => {
  it('keep every character of the text, however findings overlap', () => {
    const text = 'one two three four';
    const { segments } = markText(text, [at(4, 13), at(0, 7, 'warn'), at(8, 99), at(5, 5)]);
    expect(segments.map((segment) => segment.text).join('')).toBe(text);
  });

  it('number the findings in the order of the text and take the worst of those that overlap', () => {
    const { segments, summary } = markText('one two three', [at(4, 7), at(0, 13, 'warn')]);
    expect(segments).toEqual([
      { text: 'one ', numbers: [1], starts: [1], severity: 'warn' },
      { text: 'two', numbers: [1, 2], starts: [2], severity: 'block' },
      { text: ' three', numbers: [1], starts: [], severity: 'warn' },
    ]);
    expect(summary).toBe('1 must fix, 1 to consider');
  });

  function at(start: number, end: number, severity: 'block' | 'warn' = 'block') {
    return { start, end, severity, why: 'Why' };
  }
});

describe('words for dates', () => {
  it.each([
    ['2026-06-16T07:06:00Z', '16 June 2026 at 8:06am'],
    ['2026-11-24T17:00:00Z', '24 November 2026 at 5pm'],
    ['2026-11-24T12:00:00Z', '24 November 2026 at midday'],
    ['2026-06-15T23:00:00Z', '16 June 2026 at midnight'],
    ['2026-11-24T00:05:00Z', '24 November 2026 at 12:05am'],
    ['2026-06-16', '16 June 2026'],
    ['', ''],
    ['soon', 'soon'],
  ])('write %s as %s', (instant, words) => {
    expect(formatDateTime(instant)).toBe(words);
  });

  it('take a civil date for that day', () => {
    expect(formatDate('2026-06-16')).toBe('16 June 2026');
    expect(formatShortDate('2026-11-24')).toBe('Tue 24 Nov 2026');
  });

  it('fill the three boxes with what was typed before what was stored', () => {
    expect(dateParts({ seen: '2026-03-07' }, 'seen')).toEqual({
      day: '7',
      month: '3',
      year: '2026',
    });
    expect(dateParts({ seen: '2026-03-07', 'seen-day': 'x' }, 'seen').day).toBe('x');
    expect(dateParts(undefined, 'seen')).toEqual({ day: '', month: '', year: '' });
  });

  it('say how near a due date is', () => {
    expect([0, 1, 3, -1, -2, null].map((days) => deadlineWord(days).word)).toEqual([
      'due today',
      '1 working day left',
      '3 working days left',
      'overdue 1 working day',
      'overdue 2 working days',
      'no date set',
    ]);
  });

  it('count', () => {
    expect([plural(0, 'case'), plural(1, 'case'), plural(1204, 'reply', 'replies')]).toEqual([
      '0 cases',
      '1 case',
      '1,204 replies',
    ]);
  });
});

describe('a refusal', () => {
  it('has words for every status, blames nobody and shows a way on', () => {
    for (const status of Object.keys(ERROR_WORDS).map(Number)) {
      const words = errorWords(status);
      expect(words.wayOn.href).toMatch(/^\//);
      expect(JSON.stringify(words)).not.toMatch(/invalid|illegal|forbidden|error|!/i);
    }
  });

  it('is told like its class where it has no words of its own', () => {
    expect(errorWords(418)).toBe(ERROR_WORDS[400]);
    expect(errorWords(502)).toBe(ERROR_WORDS[500]);
  });
});

describe('the engine', () => {
  it('compiles every template at start', () => {
    const files = readdirSync(PAGES, { recursive: true, encoding: 'utf8' });
    const ours = files.filter((name) => name.endsWith('.njk')).length;
    expect(createViewEngine({ directory: PAGES }).warm()).toBeGreaterThanOrEqual(ours);
  });

  it('refuses a page that is not there', () => {
    expect(() => engine.render('no-such-page', {})).toThrow(/template not found/);
  });
});

describe('the style sheet', () => {
  const css = readFileSync(join(ROOT, 'dist/public/parapet.css'), 'utf8');

  it('brings no font, crown or file of others', () => {
    expect(css).not.toMatch(/@font-face|url\(|GDS Transport|@import/);
  });

  it('stays small enough for a phone', () => {
    expect(Buffer.byteLength(css)).toBeLessThan(200_000);
  });
});

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLES } from '../../../../test/support/gallery-models.js';
import { ERROR_WORDS, errorWords } from './error-words.js';
import { safeAddress } from './filters.js';
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

describe('a page of figures', () => {
  it('prints the words of hidden numbers and not the numbers', () => {
    const html = sample('reports');
    expect(html).toContain('fewer than 5</td>');
    expect(html).not.toMatch(/>3<\/(text|td)>/);
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

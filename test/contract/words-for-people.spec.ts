import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CALENDAR_NAMES, DEADLINE_RULES, holidaysOf, ONE_OFF_HOLIDAYS } from '#deadlines';
import { listJurisdictionPacks, listPlatforms, listSources } from '#guidance';
import { WORKSHEET_KINDS } from '#referrals';
import { INCIDENT_KIND_LABELS, RULE_PACK } from '#triage';

const ROOT = join(import.meta.dirname, '../../..');
/** A straight apostrophe in or after a word. */
const STRAIGHT = /\p{L}'(?:\p{L}|\s)/u;
/** Conditions of rules are code: their quotes are no apostrophes. */
const CODE = new Set(['when', 'expression', 'condition']);

/** All words of some data, however deep, but code. */
function wordsIn(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => (CODE.has(name) ? [] : wordsIn(value)));
}

describe('the words that people read', () => {
  it.each([
    ['sources', listSources()],
    ['nations', listJurisdictionPacks()],
    ['platforms', listPlatforms()],
    ['deadlines', DEADLINE_RULES],
    ['holidays', [ONE_OFF_HOLIDAYS, CALENDAR_NAMES.map((name) => holidaysOf(name, 2026))]],
    ['rules', RULE_PACK],
    ['kinds of incident', INCIDENT_KIND_LABELS],
    ['worksheets', WORKSHEET_KINDS],
  ])('of %s have no straight apostrophe', (_, data) => {
    const words = wordsIn(data).filter((text) => !/[=!]=| in \(/.test(text));
    expect(words.length).toBeGreaterThan(5);
    expect(words.filter((text) => STRAIGHT.test(text))).toEqual([]);
  });

  it('of pages and responses have none either', () => {
    const folder = join(ROOT, 'templates');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const words = files
      .filter((file) => /\.(njk|hbs)$/.test(file))
      .flatMap((file) =>
        readFileSync(join(folder, file), 'utf8')
          .replaceAll(/\{#[\s\S]*?#\}|\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, '')
          .split('\n')
          .filter((line) => STRAIGHT.test(line))
          .map((line) => `${file}: ${line}`),
      );
    expect(words).toEqual([]);
  });
});

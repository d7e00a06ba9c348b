import { readFileSync } from 'node:fs';
import { guardLine } from './index.js';

interface Item {
  readonly id: string;
  readonly verdict: string;
  readonly text: string;
  readonly spans: readonly { start: number; end: number; category: string }[];
}

const IDENTIFIERS = new Set(
  'person_name nhs_number chi_number hc_number ihi_number pps_number mrn dob phone email address postcode eircode url handle ip'.split(
    ' ',
  ),
);

function load(name: string): Item[] {
  const file = `test/corpus/${name}.jsonl`;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Item => JSON.parse(line));
}

interface Measured {
  readonly item: Item;
  readonly verdict: string;
  readonly spans: readonly { start: number; end: number; category: string }[];
}

const measure = (items: readonly Item[]): Measured[] =>
  items.map((item) => {
    const line = guardLine(item);
    return 'error' in line
      ? { item, verdict: 'error', spans: [] }
      : { item, verdict: line.verdict, spans: line.spans };
  });

const share = (of: readonly Measured[], holds: (one: Measured) => boolean): number =>
  of.filter(holds).length / of.length;

const rate = (all: readonly Measured[], label: string, verdict: string): number =>
  share(
    all.filter(({ item }) => item.verdict === label),
    (one) => one.verdict === verdict,
  );

function identifierRecall(all: readonly Measured[]): number {
  const wanted = all.flatMap(({ item, spans }) =>
    item.spans
      .filter(({ category }) => IDENTIFIERS.has(category))
      .map((span) =>
        spans.some(
          (found) =>
            IDENTIFIERS.has(found.category) && found.start < span.end && span.start < found.end,
        ),
      ),
  );
  return wanted.filter(Boolean).length / wanted.length;
}

/** Sets that the model was trained on: fitted figures, which must not fall unseen. */
describe.each([
  ['guard-dev', 0.96, 0.02, 0.9],
  ['guard-own', 0.94, 0.05, 0.8],
  ['unseen/practice', 0.96, 0.02, 0.98],
  ['unseen/trust', 0.96, 0.02, 0.95],
  ['unseen/ireland', 0.96, 0.02, 0.98],
  ['unseen/secretary', 0.95, 0.02, 0.92],
  ['unseen/scotland', 0.96, 0.03, 0.92],
  ['unseen/replies', 0.96, 0.02, 0.98],
  ['unseen/clinic2', 0.96, 0.02, 0.9],
  ['unseen/doctors', 0.96, 0.07, 0.95],
  ['unseen/polite', 0.98, 0.11, 0.9],
  ['unseen/irish2', 0.98, 0.11, 0.95],
  ['unseen/boards2', 0.96, 0.11, 0.75],
])('figures on %s', (name, blockFloor, falseCeiling, identifierFloor) => {
  const all = measure(load(name));

  it('blocks what must not be sent', () => {
    expect(rate(all, 'block', 'block')).toBeGreaterThanOrEqual(blockFloor);
  });

  it('leaves safe texts alone', () => {
    expect(rate(all, 'pass', 'block')).toBeLessThanOrEqual(falseCeiling);
  });

  it('finds direct identifiers', () => {
    expect(identifierRecall(all)).toBeGreaterThanOrEqual(identifierFloor);
  });

  it('warns of tone', () => {
    expect(
      share(
        all.filter(({ item }) => item.verdict === 'warn'),
        (one) => one.verdict !== 'pass',
      ),
    ).toBeGreaterThanOrEqual(0.8);
  });
});

const LOOKALIKE = new Map(Object.entries({ a: 'а', e: 'е', o: 'о', c: 'с', p: 'р' }));

/** Sets written after the training, by hands that had seen nothing: what the guard does with texts it does not know. */
describe('figures on texts that no table was trained on', () => {
  const all = ['gp3', 'hosp3', 'irl3', 'mdo3', 'trust4', 'clinic4'].flatMap((name) =>
    measure(load(`unseen/${name}`)),
  );

  it('block what must not be sent', () => {
    expect(rate(all, 'block', 'block')).toBeGreaterThanOrEqual(0.92);
  });

  it('leave most safe texts alone', () => {
    expect(rate(all, 'pass', 'block')).toBeLessThanOrEqual(0.2);
  });

  it('find direct identifiers', () => {
    expect(identifierRecall(all)).toBeGreaterThanOrEqual(0.92);
  });
});

describe('disguises', () => {
  const blocked = ['guard-own', 'unseen/replies']
    .flatMap(load)
    .filter(({ verdict }) => verdict === 'block');
  const found = (items: readonly Item[]): number =>
    share(measure(items), ({ verdict }) => verdict === 'block');

  it.each([
    [
      'letters that look alike',
      (text: string) => text.replace(/[aeocp]/g, (letter) => LOOKALIKE.get(letter)!),
    ],
    ['invisible characters', (text: string) => text.replace(/([a-z])(?=[a-z])/g, '$1\u200B')],
    ['soft hyphens', (text: string) => text.replace(/([a-z]{3})(?=[a-z])/g, '$1\u00AD')],
    ['other blanks', (text: string) => text.replaceAll(' ', '\u00A0 ')],
    ['doubled blanks', (text: string) => text.replaceAll(' ', '  ')],
    [
      'letters of full width',
      (text: string) =>
        text.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    ],
    ['other apostrophes', (text: string) => text.replaceAll("'", '\u2019')],
  ])('by %s lose no more than one text in fifty', (_, disguise) => {
    const disguised = blocked.map((item) => ({ ...item, text: disguise(item.text) }));
    expect(found(disguised)).toBeGreaterThanOrEqual(found(blocked) - 0.02);
  });
});

describe('safe templates', () => {
  it('pass without a finding', () => {
    const templates = measure(load('guard-dev').filter(({ id }) => id.startsWith('dev-t')));
    expect(templates).toHaveLength(30);
    expect(
      templates.filter(({ verdict }) => verdict !== 'pass').map(({ item }) => item.id),
    ).toEqual([]);
  });
});

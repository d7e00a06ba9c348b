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

describe.each([
  ['guard-dev', 0.96, 0.02],
  ['guard-own', 0.94, 0.05],
])('figures on %s', (name, blockFloor, falseCeiling) => {
  const all = measure(load(name));

  it('blocks what must not be sent', () => {
    expect(rate(all, 'block', 'block')).toBeGreaterThanOrEqual(blockFloor);
  });

  it('leaves safe texts alone', () => {
    expect(rate(all, 'pass', 'block')).toBeLessThanOrEqual(falseCeiling);
  });

  it('finds direct identifiers', () => {
    expect(identifierRecall(all)).toBeGreaterThanOrEqual(0.95);
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

describe('safe templates', () => {
  it('pass without a finding', () => {
    const templates = measure(load('guard-dev').filter(({ id }) => id.startsWith('dev-t')));
    expect(templates).toHaveLength(30);
    expect(
      templates.filter(({ verdict }) => verdict !== 'pass').map(({ item }) => item.id),
    ).toEqual([]);
  });
});

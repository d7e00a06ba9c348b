import { compileFacts, inspect, inspectSafely, MAX_TEXT_LENGTH } from './index.js';

const FACTS = compileFacts({
  patient: {
    names: ['Harriet Penrose'],
    aliases: ['HP'],
    emails: ['a@b.example'],
    phones: ['07700 900555'],
  },
  conditions: ['epilepsy'],
  post: {
    text: 'one two three aquarium turtles',
    url: 'https://posts.example/77',
    handle: '@a_b_c',
  },
});
/** Four times the text may take this many times as long: linear, with room for a busy machine. */
const MOST_GROWTH = 10;
/** Work of less than this many milliseconds is too short to be measured. */
const LEAST_MS = 10;

/** A busy machine can slow every run of one look; growth that is the code's own shows in every look. */
const LOOKS = 4;

/** Processor time in milliseconds: what the code needs, not what the machine was doing. */
function needs(text: string): number {
  const before = process.cpuUsage();
  inspect({ text, channel: 'free_text', audience: 'public', facts: FACTS });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** How many times the time of a quarter the whole needs: the least of the looks, as many as it takes to find it small. */
function growth(whole: string): number {
  const quarter = whole.slice(0, whole.length / 4);
  let least = Infinity;
  for (let look = 0; look < LOOKS && least >= MOST_GROWTH; look += 1) {
    least = Math.min(least, needs(whole) / Math.max(LEAST_MS, needs(quarter)));
  }
  return least;
}

/** The guard reads 8,000 characters in about as many times the calibrating work; three times that is a fault. */
const MOST_MEASURES = 6;

describe('100 kB of hostile text', () => {
  it.each([
    'a',
    '1 ',
    'a.',
    'a@',
    '@',
    '-',
    "'",
    '"',
    '\n',
    '\u200B',
    'you ',
    'you were ',
    'your dose, and ',
    'tell B. ',
    'S*** ',
    'double seven ',
    'the lady in the bed who ',
    'www.a/',
    'if you had ',
    'Harriet Penrose ',
    'H.P.',
    'F a t ',
    '123 456 7890 ',
    '07700 900 ',
    'http://',
    'a/b/',
    'a dot b at ',
    'one two three ',
    'epilepsy ',
    'the patient was the ',
    'no record of you ',
    'our former patient ',
    'Гарриет ',
    '1 May 2020 ',
    '1/1/',
    'aquarium turtles ',
    'your your ',
    '\uD835\uDC00',
    'e\u0301\u0301\u0301',
    'ab12 3cd ',
    '1.1.1.1.',
  ])('repeating %j takes time that grows with its length and not faster', (unit) => {
    const whole = unit.repeat(Math.ceil(MAX_TEXT_LENGTH / unit.length)).slice(0, MAX_TEXT_LENGTH);
    expect(growth(whole)).toBeLessThan(MOST_GROWTH);
  });
});

describe('a long text that nobody wrote', () => {
  const check = (text: string) =>
    inspectSafely({ text, channel: 'free_text', audience: 'public', facts: FACTS });
  const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(' ');

  it('is blocked unread when it says few words over and over', () => {
    const report = check('we thank you all '.repeat(1_200));
    expect(report.verdict).toBe('block');
    expect(report.findings.map(({ rule }) => rule)).toEqual(['guard-could-not-check']);
    expect(check(`${words(298)} ${'a '.repeat(10_000)}`).findings[0]?.rule).toBe(
      'guard-could-not-check',
    );
  });

  it('is read when it is short, or has many different words', () => {
    const rules = (text: string) => check(text).findings.map(({ rule }) => rule);
    expect(rules('we thank you all '.repeat(1_000))).not.toContain('guard-could-not-check');
    expect(rules(`${words(300)} ${'thanks '.repeat(3_000)}`)).not.toContain(
      'guard-could-not-check',
    );
  });
});

describe('the speed of the guard', () => {
  const LETTER = Array.from(
    { length: 100 },
    (_, at) => `We thank everyone for the feedback of ${2000 + at}, and read all of it with care.`,
  ).join(' ');

  /** Processor time of the quickest of some runs, in milliseconds. */
  function quickest(work: () => void): number {
    const times = Array.from({ length: 8 }, () => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    return Math.min(...times);
  }

  /** Some work of known size, to be compared with: hashes strings and looks them up, as the guard does. */
  function calibrate(): number {
    const seen = new Map<string, number>();
    let sum = 0;
    for (let at = 0; at < 100_000; at++) {
      const key = `w${at % 5_000}`;
      sum += seen.get(key) ?? 0;
      seen.set(key, at);
    }
    return sum;
  }

  it('stays within a measure that a busy machine shares', () => {
    const request = { channel: 'letter', audience: 'public', facts: FACTS } as const;
    const ratios = Array.from({ length: LOOKS }, () => {
      const measure = quickest(calibrate);
      return quickest(() => inspectSafely({ ...request, text: LETTER })) / measure;
    });
    expect(Math.min(...ratios)).toBeLessThan(MOST_MEASURES);
  });
});

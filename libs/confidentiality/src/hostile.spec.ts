import { compileFacts, inspectSafely, MAX_TEXT_LENGTH } from './index.js';

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
  inspectSafely({ text, channel: 'free_text', audience: 'public', facts: FACTS });
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

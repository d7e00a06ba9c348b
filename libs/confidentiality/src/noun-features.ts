import type { Clause } from './clause-analysis.js';
import type { Reading } from './reading.js';
import type { FeatureBuffer } from './statement-buffer.js';
import { signOf, type Sign } from './signs.js';
import { classSigns } from './word-class.js';
import { wordList } from './data/grammar-words.js';

const BARE = signOf('=bare');
const BEFORE = signOf('=before');
const AFTER = signOf('=after');
/** Words that a determiner may stand away from its noun. */
const REACH = 4;

const DETERMINERS = new Set(
  wordList(
    'the this that these those your his her their our my a an any each every no some all both its another',
  ).map((word) => signOf(word)),
);
const NOUNS =
  'staff person relative record carenoun body money time place office policy feedback conduct secret talk running affair general';
const HEADS = new Set([
  ...classSigns(`${NOUNS} clin drug test proc mind tion plural other CAP NAME`),
  ...classSigns(
    NOUNS.split(' ')
      .map((name) => `${name}+`)
      .join(' '),
  ),
]);

/** What a noun has to do with: many classes, few matters. */
const MATTERS: ReadonlyMap<Sign, Sign> = new Map(
  (
    [
      ['care', 'carenoun body clin drug test proc mind conduct'],
      ['care+', 'carenoun+ body+'],
      ['money', 'money'],
      ['time', 'time day'],
      ['person', 'person relative NAME'],
      ['us', 'staff office place OWN general'],
      ['talk', 'feedback talk secret'],
      ['rule', 'policy running policy+ running+'],
      ['affair', 'affair record'],
    ] as const
  ).flatMap(([matter, names]) =>
    [...classSigns(names)].map((found): [Sign, Sign] => [found, signOf(matter, '=')]),
  ),
);

/** What is spoken of, and whose it is: "your dose", "the second charge", "any dose". */
export function nounFeatures(
  reading: Reading,
  clause: Clause,
  tense: Sign,
  buffer: FeatureBuffer,
): void {
  let owner: Sign = BARE;
  let reach = 0;
  for (let at = clause.from; at < clause.to; at++) {
    const word = reading.words[at]!;
    reach--;
    if (DETERMINERS.has(word)) {
      owner = word;
      reach = REACH;
    } else if (HEADS.has(reading.classes[at]!))
      headFeatures(reading, at, { owner, tense, role: at < clause.verb ? BEFORE : AFTER }, buffer);
    else if (reach <= 0) owner = BARE;
  }
}

interface Setting {
  readonly owner: Sign;
  readonly tense: Sign;
  readonly role: Sign;
}

function headFeatures(
  reading: Reading,
  at: number,
  { owner, tense, role }: Setting,
  buffer: FeatureBuffer,
): void {
  const kind = reading.classes[at]!;
  const noun = reading.stems[at]!;
  const matter = MATTERS.get(kind);
  buffer.add(34, at, owner, kind);
  buffer.add(35, at, owner, kind, tense);
  buffer.add(36, at, owner, noun);
  buffer.add(37, at, role, owner, kind, tense);
  buffer.add(38, at, noun, tense);
  if (matter !== undefined) buffer.add(39, at, owner, matter, tense);
}

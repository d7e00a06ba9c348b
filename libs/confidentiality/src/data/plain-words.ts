import { wordList } from './grammar-words.js';
import { PROCEDURE_WORDS, TEST_WORDS } from './lexicon-care.js';
import { CONDITION_WORDS } from './lexicon-conditions.js';
import { DRUG_WORDS } from './lexicon-drugs.js';
import { SYMPTOM_WORDS } from './lexicon-symptoms.js';

/** Words that end the reach of a kind word: what stands behind them is spoken of, or spoken to anybody. */
const BREAKS = `if whether unless or any anyone anybody everyone nobody people patients others some most
discuss discussing comment talk talking speak cannot can could may might would unable confirm say question questions query queries
concern concerns feedback review reviews comment comments complaint experience post interest custom message policy policies our their his her`;

/** "Your visit", "your appointment", "your stay" are no such words: what says no more than that draws a warning of its own. */
const CARE = `op surgery procedure treatment treatments admission discharge birth delivery
labour pregnancy results diagnosis prescription medication medicine tablets antibiotics injection x-ray recovery wound rash
knee knees hip hips leg legs arm arms back tooth teeth gums eye eyes foot feet skin heart chest shoulder ankle wrist elbow neck ear ears
nose throat stomach baby bump specs lenses hearing`;

/** The word sets that {@link PLAIN_PHRASES} names. */
export const PLAIN_SETS = {
  kind: new Set(
    wordList(
      'sorry apologise apologies apologize glad pleased delighted happy relieved hope hopes hoping enjoy sad saddened thank thanks thrilled',
    ),
  ),
  break: new Set(wordList(BREAKS)),
  care: new Set([
    ...wordList(CARE),
    ...PROCEDURE_WORDS,
    ...TEST_WORDS,
    ...CONDITION_WORDS,
    ...DRUG_WORDS,
    ...SYMPTOM_WORDS,
  ]),
  day: new Set(
    wordList(
      'last yesterday today tonight monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december',
    ),
  ),
  event: new Set(
    wordList('op operation procedure injection filling extraction biopsy smear delivery birth'),
  ),
} satisfies Record<string, ReadonlySet<string>>;

/** Up to eight words between a kind word and what it is about. */
const NEAR = Array.from({ length: 8 }, () => '!@break?').join(' ');

/**
 * Plain words that give a patient away whatever is written around them, as in "We are sorry your operation hurt": the
 * commonest breach of all. Mostly kindness that is said to the reader about their care.
 *
 * @source GMC, Confidentiality: responding to criticism in the media (A3.press)
 */
export const PLAIN_PHRASES: readonly string[] = [
  `@kind ${NEAR} [ your !@break? !@break? @care ]`,
  `@kind ${NEAR} [ your visit|appointment|stay|consultation *1 @day ]`,
  'thank|thanks|grateful you? for trusting|choosing us with|for [ your care ]',
  'sorry|apologies|apologise about|for [ the|that @event ]',
  '@kind !@break? !@break? [ the|that|those|this new|new? @event|teeth|specs|lenses ]',
  '@kind !@break? [ you are|were|feel|felt|re *2 better|recovering|healing|mending|pain-free ]',
  '[ your records|notes|chart|file show|shows|tell|tells|say|says|state|confirm|reveal|indicate|make ]',
  '[ i|we *1 remember|treated|examined|saw|admitted|discharged you ]',
];

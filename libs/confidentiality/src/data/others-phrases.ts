import { wordList } from './grammar-words.js';

const set = (words: string): ReadonlySet<string> => new Set(wordList(words));

/** Word sets that the phrases below may name. */
export const OTHERS_SETS = {
  relative: set(
    'mother mum mummy mam father dad daddy son daughter husband wife partner spouse brother sister grandmother gran nan grandfather grandad grandson granddaughter aunt uncle niece nephew cousin boyfriend girlfriend fiance fiancee stepmother stepfather stepson stepdaughter baby twin neighbour flatmate friend sibling carer',
  ),
  single: set(
    'lady gentleman man woman boy girl lad lass chap fellow mother father baby couple teenager pensioner infant',
  ),
  singled: set(
    'patient client resident lady gentleman man woman boy girl lad lass mother father child baby family couple customer',
  ),
  title: set('mr mrs ms miss mx dr prof professor sir'),
  number: set('one two three four five six seven eight nine ten eleven twelve'),
  files: set(
    'notes records record file files history histories chart charts printout summary summaries scans letters correspondence diaries forms',
  ),
  where: set('in beside next opposite across before behind ahead who whose'),
  fares: set(
    'was is has had sees saw comes came attends attended takes took drinks also suffers suffered needs needed',
  ),
  reached: set(
    'telephoned phoned rung called told informed contacted present invited asked copied notified consulted',
  ),
} satisfies Record<string, ReadonlySet<string>>;

/** Somebody other than the patient, pointed out in a letter. */
export const OTHERS_PHRASES: readonly string[] = [
  '[ another @singled ]',
  '[ other @singled ] was|had|who|in|came|needed',
  '[ the|a|an *1 @single ] @where',
  '[ the|a|an *1 @single ] of #|@number',
  '[ a|an @single ] came|had|was|needed|collapsed|became',
  '[ your @relative !@title ] !that',
  "[ your|her|his|their @relative 's own ]",
  '[ her|his own? @relative ] has|had *2 been|was|died|just',
  '[ the ^A boy|girl|lad|family|baby|twins|child ] ',
];

/** What an enquiry into a doctor does not need. */
export const BEYOND_PHRASES: readonly string[] = [
  "@relative|partner|sibling 's *2 psychiatric|medical|mental|own|clinical|health|gp|criminal|bank *2 history|records|notes|condition|diagnosis|details",
  'safeguarding|social|school|family|adoption|police|criminal|custody services? records|record|history|reports|report|files|file|notes',
  'whole|entire|complete|full of? the|his|her|their? *3 @files',
  'each|every|all *1 patient|patients|resident|client *4 @files|form|names|numbers',
  "'s *2 charts|records|file|histories|chart|letters|history|summary",
  'unrelated|irrelevant *3 history|records|notes|conditions|consultations|treatment',
  '@files|details|file of other|another|several|two|three|four|all|the|^A *3 patients|patient|couple|people|^A',
  "[ his|her|their own? @relative 's *2 @files|complaint|claim|bank|details ]",
  "[ his|her|their|the own? @relative ^A? ] 's? @fares !@reached",
  '[ his|her|their @relative ^A? @fares ] !@reached',
  '[ another @singled ]',
  '[ a|an young|elderly|old|retired *1 @single ] with|who|from|whose',
  '[ including the @number|# with|who ]',
  '[ one of those|these|them *3 @single ] with|who',
];

/** Contact data: a warning only. */
export const CONTACT_PHRASES: readonly string[] = [
  'home address|addresses|number|telephone|phone',
  'telephone|phone|mobile|contact number|numbers|details of|for|are|is|included|enclosed|attached',
  'bank|card|payment|financial details|card|payments|statements|account|records',
  'private|personal email|phone|mobile|address|number|telephone',
  'next of kin *2 details|contact|number|address',
];

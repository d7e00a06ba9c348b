/** A set of words from a readable list. */
export function wordList(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

type Pieces = readonly (readonly [text: string, length: number])[];

const pair = (raw: string, left: string, right: string, cut: number): [string, Pieces] => [
  raw,
  [
    [left, cut],
    [right, raw.length - cut],
  ],
];

const UNMARKED_NEGATIVES = wordList('did was were does have has had would could should is are');

/** Contractions with and without their apostrophe, and the spellings of text messages. */
export const CONTRACTED: ReadonlyMap<string, Pieces> = new Map<string, Pieces>([
  ...UNMARKED_NEGATIVES.map((verb) => pair(`${verb}nt`, verb, 'not', verb.length)),
  pair("can't", 'can', 'not', 3),
  pair('cant', 'can', 'not', 3),
  pair('cannot', 'can', 'not', 3),
  pair("won't", 'will', 'not', 2),
  pair('wont', 'will', 'not', 2),
  pair('dont', 'do', 'not', 2),
  pair('youve', 'you', 'have', 3),
  pair('youre', 'you', 'are', 3),
  pair('youll', 'you', 'will', 3),
  pair('weve', 'we', 'have', 2),
  ["'ve", [['have', 3]]],
  ["'re", [['are', 3]]],
  ["'ll", [['will', 3]]],
  ["'m", [['am', 2]]],
  ['u', [['you', 1]]],
  ['ya', [['you', 2]]],
  ['yous', [['you', 4]]],
  ['ur', [['your', 2]]],
  ['yer', [['your', 3]]],
]);

/** Words whose full stop does not end a sentence. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  wordList('mr mrs ms mx dr prof rev fr sr st no nos tel ext approx e.g i.e eg ie vs dept ref jr'),
);

/** Words that open a clause of their own. */
export const CLAUSE_OPENERS: ReadonlySet<string> = new Set(
  wordList(
    'if when whenever because but although though while whereas unless so which who whom whether where until once since before after however therefore yet than nor',
  ),
);

/** Words that, after "and" or "or", open a clause. */
export const CLAUSE_SUBJECTS: ReadonlySet<string> = new Set(
  wordList('i we you he she they it our your his her their the this that dr mr mrs ms please'),
);

export const HYPOTHETICAL: ReadonlySet<string> = new Set(
  wordList('if whether unless whenever should anyone anybody suppose supposing'),
);

/** Subjects that speak of nobody in particular. */
export const GENERIC_SUBJECTS: ReadonlySet<string> = new Set(
  wordList(
    'anyone anybody everyone everybody someone somebody nobody patients people persons individuals visitors callers clients customers families parents carers relatives women men children babies adults others many most those whoever somebody members residents users reviewers clinicians doctors nurses dentists surgeons writers authors any every each',
  ),
);

/** Verbs that open advice to readers in general ("keep your inhaler by you", "bring your tablets"). */
export const IMPERATIVES: ReadonlySet<string> = new Set(
  wordList(
    'please check bring take keep use order ask contact call remember cover wear wash book join visit see speak tell talk make get find learn help protect look watch phone ring email write send read click follow stay avoid seek report request collect download complete include do never always try allow leave note give let quote submit register sign drop come',
  ),
);

/** Words after an everyday word that make it the name of a place or an occasion. */
export const PLACE_HEADS: ReadonlySet<string> = new Set(
  wordList(
    'street road lane avenue close drive grove terrace court crescent gardens row house hall hospital hospice ward centre center clinic surgery park square bridge hill school college university foundation trust church library station bank day week month fund charity society association building wing unit suite room hotel',
  ),
);

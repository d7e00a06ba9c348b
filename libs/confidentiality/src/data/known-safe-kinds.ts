export const KNOWN_SAFE_KINDS = [
  'thanks',
  'condolence',
  'policy',
  'process',
  'contact',
  'all-patients',
] as const;
/** What a sentence of the known-safe grammar does. */
export type KnownSafeKind = (typeof KNOWN_SAFE_KINDS)[number];

/** The words by which each kind is known, in folded text with single spaces; the first that fits is the kind. */
export const KNOWN_SAFE_MARKS: readonly (readonly [kind: KnownSafeKind, words: RegExp])[] = [
  ['thanks', /\b(?:thank|thanks|thankful|grateful|appreciates?|welcomes?)\b/],
  [
    'condolence',
    /\b(?:sorry|sad|saddened|condolences|sympathy|sympathies|regrets?|regards|(?:best|good|kind|warm) wishes)\b/,
  ],
  [
    'policy',
    /\b(?:policy|policies|duty|duties|laws?|rules?|confidentiality|confidential|privacy|private|never|always|unable|standards?|seriously|can not|do not|will not|not able|neither)\b/,
  ],
  [
    'process',
    /\b(?:procedures?|process|processes|complaints?|ombudsman|advocacy|council|inspectorate|regulator|websites?|steps?|publish|published|explains?|explained)\b/,
  ],
  [
    'contact',
    /\b(?:contact|call|ring|telephone|phone|email|write|speak|talk|reach|touch|hear|hearing|message|ask|respond|reply|answer|listen|listening|discuss|assist|pals|999|111|112)\b/,
  ],
  [
    'all-patients',
    /\b(?:every|everyone|everybody|anyone|anybody|all|each|any|nobody|patients|people|families|callers|visitors|whoever)\b/,
  ],
];

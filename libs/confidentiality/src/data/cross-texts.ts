import type { RuleText } from '../rules.js';

const SUGGESTION = 'Remove it, and say no more about this than the earlier text did.';

/** What the rules say that read a draft together with what is out already. Which words join is added to the reason. */
export const CROSS_TEXTS = {
  singledOut: {
    rule: 'cross.singled-out',
    category: 'quasi_identifier',
    severity: 2,
    why: 'Together with what is public already, this is enough for others to recognise somebody.',
    citation: 'A10',
    suggestion: SUGGESTION,
  },
  described: {
    rule: 'cross.described',
    category: 'quasi_identifier',
    severity: 1,
    why: 'Together with what is public already, this begins to describe somebody.',
    citation: 'A10',
    suggestion: SUGGESTION,
  },
  named: {
    rule: 'cross.named',
    category: 'quasi_identifier',
    severity: 2,
    why: 'One text has the name and another says what this person is to you.',
    citation: 'A10',
    suggestion: SUGGESTION,
  },
} as const satisfies Record<string, RuleText>;

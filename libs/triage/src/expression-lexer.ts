import { ExpressionFault } from './expression.js';

/** The smallest part of an expression that means something; `at` is its offset in the source. */
export interface Token {
  kind: 'word' | 'name' | 'number' | 'string' | 'symbol' | 'end';
  /** As written, without the quotes of a string. */
  text: string;
  at: number;
}

const WORDS = new Set(['and', 'or', 'not', 'in', 'is', 'True', 'False', 'None']);

const PATTERN =
  /\s+|(?<name>[A-Za-z_]\w*)|(?<number>\d+(?:\.\d+)?)|'(?<single>[^'"\\\n]*)'|"(?<double>[^'"\\\n]*)"|(?<symbol>[=!<>]=|[<>(),-])/y;

/** Longest source that is read; no rule comes near it. */
const LONGEST = 4000;

/** Cuts a source into tokens, `end` last. @throws ExpressionFault */
export function tokenize(source: string): readonly Token[] {
  if (source.length > LONGEST) throw new ExpressionFault('expression too long', LONGEST);
  const pattern = new RegExp(PATTERN);
  const tokens: Token[] = [];
  while (pattern.lastIndex < source.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(source);
    if (match === null) throw new ExpressionFault(`unexpected ${JSON.stringify(source[at])}`, at);
    const token = toToken(match.groups ?? {}, at);
    if (token) tokens.push(token);
  }
  return [...tokens, { kind: 'end', text: 'the end', at: source.length }];
}

function toToken(groups: Partial<Record<string, string>>, at: number): Token | undefined {
  const { name, number, symbol } = groups;
  const text = groups['single'] ?? groups['double'];
  if (name !== undefined) return { kind: WORDS.has(name) ? 'word' : 'name', text: name, at };
  if (number !== undefined) return { kind: 'number', text: number, at };
  if (text !== undefined) return { kind: 'string', text, at };
  if (symbol !== undefined) return { kind: 'symbol', text: symbol, at };
  return undefined;
}

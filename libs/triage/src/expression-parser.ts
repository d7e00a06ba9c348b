import { tokenize, type Token } from './expression-lexer.js';
import { ExpressionFault, type Comparison, type Expression, type Scalar } from './expression.js';

/** Deepest nesting that is read: a bound on the stack, far above any rule. */
const DEEPEST = 40;

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<=', '>=', '<', '>']);

/**
 * Reads an expression of the rule language: `and or not in == != <= >= < > is None`, names, literals,
 * tuples of literals after `in`, parentheses. Comparisons do not chain.
 *
 * @throws ExpressionFault with the offset of the first fault, text left over included
 */
export function parseExpression(source: string): Expression {
  const parser = new Parser(tokenize(source));
  return parser.whole();
}

class Parser {
  private index = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression {
    const expression = this.either();
    if (this.peek.kind !== 'end') throw this.unexpected();
    return expression;
  }

  private get peek(): Token {
    return this.tokens[this.index]!;
  }

  private either(): Expression {
    return this.chain('or', () => this.all());
  }

  private all(): Expression {
    return this.chain('and', () => this.negation());
  }

  private chain(word: 'and' | 'or', part: () => Expression): Expression {
    const { at } = this.peek;
    const first = part();
    const operands = [first];
    while (this.accept(word)) operands.push(part());
    return operands.length === 1 ? first : { kind: word, operands, at };
  }

  private negation(): Expression {
    const { at } = this.peek;
    if (!this.accept('not')) return this.comparison();
    return { kind: 'not', operand: this.nested(() => this.negation()), at };
  }

  private comparison(): Expression {
    const { at } = this.peek;
    const left = this.operand();
    if (this.accept('is')) {
      const negated = this.accept('not');
      this.expect('None');
      return { kind: 'is-none', negated, operand: left, at };
    }
    if (COMPARISONS.has(this.peek.text) && this.peek.kind === 'symbol') {
      const operator = this.next().text as Comparison;
      return { kind: 'compare', operator, left, right: this.operand(), at };
    }
    return this.membership(left, at);
  }

  private membership(operand: Expression, at: number): Expression {
    const negated = this.accept('not');
    if (!negated && !this.isNext('in')) return operand;
    this.expect('in');
    return { kind: 'in', negated, operand, members: this.tuple(), at };
  }

  private tuple(): readonly Scalar[] {
    this.expect('(');
    const members = [this.literal()];
    // As in Python, one member in parentheses is a tuple only with its comma.
    if (this.isNext(')')) throw this.unexpected(',');
    while (this.accept(',') && !this.isNext(')')) members.push(this.literal());
    this.expect(')');
    return members;
  }

  private operand(): Expression {
    const { kind, at } = this.peek;
    if (kind === 'symbol' && this.accept('(')) {
      const inner = this.nested(() => this.either());
      this.expect(')');
      return inner;
    }
    if (kind === 'name') return { kind: 'name', name: this.next().text, at };
    return { kind: 'literal', value: this.literal(), at };
  }

  private literal(): Scalar {
    const { kind, text } = this.peek;
    if (kind === 'symbol' && this.accept('-')) return -this.number();
    if (kind === 'number') return this.number();
    if (kind === 'string') return this.next().text;
    if (kind === 'word' && Object.hasOwn(CONSTANTS, text)) return CONSTANTS[this.next().text]!;
    throw this.unexpected();
  }

  private number(): number {
    if (this.peek.kind !== 'number') throw this.unexpected();
    return Number(this.next().text);
  }

  private nested(read: () => Expression): Expression {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new ExpressionFault('nested too deeply', this.peek.at);
    const expression = read();
    this.depth -= 1;
    return expression;
  }

  private isNext(text: string): boolean {
    const { kind } = this.peek;
    return (kind === 'word' || kind === 'symbol') && this.peek.text === text;
  }

  private accept(text: string): boolean {
    if (!this.isNext(text)) return false;
    this.index += 1;
    return true;
  }

  private expect(text: string): void {
    if (!this.accept(text)) throw this.unexpected(text);
  }

  private next(): Token {
    const token = this.peek;
    this.index += 1;
    return token;
  }

  private unexpected(wanted?: string): ExpressionFault {
    const found = this.peek;
    const hint = wanted ? `, expected ${wanted}` : '';
    return new ExpressionFault(`unexpected ${found.text}${hint}`, found.at);
  }
}

const CONSTANTS: Readonly<Record<string, Scalar>> = { True: true, False: false, None: null };

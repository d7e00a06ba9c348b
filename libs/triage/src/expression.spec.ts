import { checkCondition, type ValueType } from './expression-types.js';
import { evaluate, ExpressionFault, parseExpression } from './index.js';

const names = new Map<string, ValueType>([
  ['live', { kind: 'bool' }],
  ['seen', { kind: 'bool' }],
  ['days', { kind: 'number', nullable: false }],
  ['hours', { kind: 'number', nullable: true }],
  ['reach', { kind: 'enum', values: ['low', 'high'] }],
]);
const facts = { live: true, seen: false, days: 365, hours: null, reach: 'high' };

function faultAt(source: string): number | undefined {
  try {
    checkCondition(parseExpression(source), names);
    return undefined;
  } catch (fault) {
    if (fault instanceof ExpressionFault) return fault.at;
    throw fault;
  }
}

describe('the expression language', () => {
  it.each([
    ['text left over', 'live seen', 5],
    ['a missing operand', 'live and', 8],
    ['an open parenthesis', '(live or seen', 13],
    ['a sign of another language', 'live && seen', 5],
    ['a single equals sign', "reach='low'", 5],
    ['a chained comparison', '1<days<3', 6],
    ['a call', 'live(1)', 4],
    ['a field of a thing', 'live.constructor', 4],
    ['a backslash in a string', "reach=='lo\\w'", 7],
    ['a string without its end', "reach=='low", 7],
    ['a tuple of one without its comma', "reach in ('low')", 15],
    ['an empty tuple', 'reach in ()', 10],
    ['nothing at all', '', 0],
  ])('refuses %s and says where', (_what, source, at) => {
    expect(faultAt(source)).toBe(at);
  });

  it.each([
    ['a name that is no fact', 'live and constructor', 9],
    ['a choice that the fact does not have', "live or reach=='middling'", 15],
    ['a choice in a tuple that the fact does not have', "reach in ('low','lwo')", 0],
    ['a number where yes or no is meant', 'live and days', 9],
    ['a choice compared by order', "reach<'low'", 0],
    ['None compared by ==', 'hours==None', 0],
    ['is None of what is never missing', 'days is None', 0],
    ['yes or no compared with a number', 'live==1', 0],
    ['two choices compared with no fact', "live and 'low'=='low'", 9],
    ['a tuple for a number', 'days in (1,2)', 0],
  ])('refuses %s', (_what, source, at) => {
    expect(faultAt(source)).toBe(at);
  });

  it.each([
    ['live and not seen', true],
    ['not live or seen', false],
    ['not (live and seen)', true],
    ['seen and seen or live', true],
    ['live or seen and seen', true],
    ["not reach=='low'", true],
    ["reach in ('low','high')", true],
    ["reach not in ('low',)", true],
    ["not reach in ('low','high',)", false],
    ['days<=365', true],
    ['days>365', false],
    ['days>-1', true],
    ['hours is None', true],
    ['hours is not None', false],
    ['hours<24', false],
    ['hours>=24', false],
    ['live==True', true],
    ['True', true],
    ['  live\n and reach=="high"', true],
  ])('reads %s', (source, value) => {
    expect(faultAt(source)).toBeUndefined();
    expect(evaluate(parseExpression(source), facts)).toBe(value);
  });

  it('refuses to evaluate a name that the facts do not hold', () => {
    expect(() => evaluate(parseExpression('absent'), facts)).toThrow(ExpressionFault);
    expect(() => evaluate(parseExpression('toString'), facts)).toThrow(ExpressionFault);
  });

  it('bounds length and nesting instead of exhausting the stack', () => {
    expect(faultAt(`${'('.repeat(3000)}live`)).toBe(41);
    expect(faultAt(`${'not '.repeat(900)}live`)).toBeDefined();
    expect(faultAt('live or '.repeat(600))).toBe(4000);
  });
});

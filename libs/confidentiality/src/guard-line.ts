import type { Audience, CaseContext, Channel, Finding, Verdict } from './model.js';
import { AUDIENCES, CHANNELS } from './model.js';
import { compileFacts } from './case-facts.js';
import type { EarlierText } from './cross-document.js';
import { readContext } from './read-context.js';
import { inspectSafely } from './inspect.js';

/** A finding as the command line writes it. */
export type GuardSpan = Pick<
  Finding,
  'start' | 'end' | 'category' | 'severity' | 'rule' | 'why' | 'suggestion'
>;

/** One output line: a verdict, or why the input line could not be read. */
export type GuardLine =
  | { readonly id: string; readonly verdict: Verdict; readonly spans: readonly GuardSpan[] }
  | {
      readonly id: string | null;
      readonly error: { readonly code: string; readonly message: string };
    };

interface Line {
  readonly id: string;
  readonly channel: Channel;
  readonly audience: Audience;
  readonly text: string;
  readonly context: CaseContext;
  readonly earlier: readonly EarlierText[];
}

const isOneOf = <T extends string>(list: readonly T[], value: unknown): value is T =>
  list.some((item) => item === value);

function readLine(input: Readonly<Record<string, unknown>>, id: string): Line | string {
  const { channel, audience, text, context = {}, earlier = [] } = input;
  if (typeof text !== 'string') return '`text` must be a string';
  if (!isOneOf(CHANNELS, channel)) return `\`channel\` must be one of ${CHANNELS.join(', ')}`;
  if (!isOneOf(AUDIENCES, audience)) return `\`audience\` must be one of ${AUDIENCES.join(', ')}`;
  const read = readContext(context);
  if (typeof read === 'string') return read;
  const before = readEarlier(earlier);
  return before === undefined
    ? '`earlier` must be a list of texts or of `{label, text}`'
    : { id, channel, audience, text, context: read, earlier: before };
}

/** Texts that are public already, each with or without a label. */
function readEarlier(input: unknown): EarlierText[] | undefined {
  if (!Array.isArray(input)) return undefined;
  const texts = input.map((item: unknown, index) => {
    const { label = `earlier text ${index + 1}`, text }: Readonly<Record<string, unknown>> =
      typeof item === 'object' && item !== null ? { ...item } : { text: item };
    return typeof label === 'string' && typeof text === 'string' ? { label, text } : undefined;
  });
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/**
 * Checks one line of the command line's JSONL: `{id, channel, audience, text, context, earlier}`,
 * where `earlier` may be left out. Never throws;
 * a line of another shape gives `{id, error}` with code `invalid-line`.
 */
export function guardLine(input: unknown): GuardLine {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return refusal(null, 'the line must be an object');
  }
  const fields: Readonly<Record<string, unknown>> = { ...input };
  const { id } = fields;
  if (typeof id !== 'string') return refusal(null, '`id` must be a string');
  const line = readLine(fields, id);
  if (typeof line === 'string') return refusal(id, line);
  const report = inspectSafely({ ...line, facts: compileFacts(line.context) });
  return { id, verdict: report.verdict, spans: report.findings.map(spanOfFinding) };
}

function refusal(id: string | null, message: string): GuardLine {
  return { id, error: { code: 'invalid-line', message } };
}

function spanOfFinding({
  start,
  end,
  category,
  severity,
  rule,
  why,
  suggestion,
}: Finding): GuardSpan {
  return { start, end, category, severity, rule, why, suggestion };
}

import { LineCounter, isNode, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import { headingSchema } from './template-heading.js';
import type { TemplateHeading } from './template-heading.js';

/** A template as it was read: `file` is only a name for messages. */
export interface TemplateSource {
  readonly file: string;
  readonly content: string;
}

/** What is wrong with a template, where, in words for the person who writes templates. */
export interface TemplateFault {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** A fault before the file is known. */
export type LineFault = Omit<TemplateFault, 'file'>;

/** A heading and a body, neither of them checked against the other yet. */
export interface SplitSource {
  readonly heading: TemplateHeading;
  readonly body: string;
  /** Line of the file on which the body starts, counted from 1. */
  readonly bodyLine: number;
}

/** Longest file that is read at all, in UTF-16 units. */
export const SOURCE_LIMIT = 20_000;

const MARK = '---';

/** Parts a template into heading and body and reads the heading, or says all that is wrong with it. */
export function splitSource(content: string): SplitSource | { readonly faults: LineFault[] } {
  if (typeof content !== 'string') return refuse('A template is a text file.');
  if (content.length > SOURCE_LIMIT) {
    return refuse(`The template is longer than ${SOURCE_LIMIT} characters.`);
  }
  const lines = content.replace(/^\uFEFF/, '').split(/\r?\n/);
  const end = lines.indexOf(MARK, 1);
  if (lines[0] !== MARK || end === -1) {
    return refuse('The file starts with a heading between two lines of “---”.');
  }
  const read = readHeading(lines.slice(1, end).join('\n'));
  if ('faults' in read) return read;
  return { heading: read.heading, body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 };
}

function refuse(message: string): { faults: LineFault[] } {
  return { faults: [{ line: 1, message }] };
}

function readHeading(yaml: string): { heading: TemplateHeading } | { faults: LineFault[] } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => ({
      line: lines.linePos(error.pos[0]).line + 1,
      message: `The heading cannot be read here: ${error.message}.`,
    }));
    return { faults };
  }
  const checked = headingSchema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (checked.success) return { heading: checked.data };
  const faults = checked.error.issues.flatMap((issue) =>
    wordsOf(issue).map((message) => ({ line: lineOf(document, lines, issue.path), message })),
  );
  return { faults };
}

/** Line of the file; the first line of the heading is the second of the file. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line + 1;
  }
  return 1;
}

function wordsOf(issue: z.core.$ZodIssue): string[] {
  const name = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      (key) => `“${[...issue.path, key].join('.')}” has no place in a heading.`,
    );
  }
  if (issue.code === 'invalid_type' && issue.input === undefined && name === '') {
    return ['The heading is empty.'];
  }
  if (issue.code === 'invalid_type') {
    return [`“${name}” is missing or of the wrong kind: a ${issue.expected} is expected.`];
  }
  if (issue.code === 'invalid_value') {
    return [`“${name}” must be one of: ${issue.values.join(', ')}.`];
  }
  return [`“${name}”: ${issue.message}.`];
}

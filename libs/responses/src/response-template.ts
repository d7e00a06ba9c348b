import { createHash } from 'node:crypto';
import { compileBody, parseBody } from './template-engine.js';
import type { TextWriter } from './template-engine.js';
import type { TemplateHeading, TemplateInput } from './template-heading.js';
import { AUDIENCES, LABEL_WORDS, isCleared } from './template-labels.js';
import { namesIn } from './template-parts.js';
import type { TemplatePart } from './template-parts.js';
import { applyPolicy } from './template-policy.js';
import { splitSource } from './template-source.js';
import type { LineFault, SplitSource, TemplateFault, TemplateSource } from './template-source.js';
import { TEMPLATE_VARIABLES } from './template-variables.js';
import type { TemplateVariable } from './template-variables.js';

/** A template that has passed every check and is compiled. */
export interface ResponseTemplate extends TemplateHeading {
  readonly file: string;
  /** SHA-256 of the file in UTF-8, lower-case hex: which words a draft was made from. */
  readonly contentHash: string;
  /** Number of the organisation's own version; null for the words that come with the product. */
  readonly ownNumber: number | null;
  /** The words below the heading, as they were written. */
  readonly body: string;
  readonly parts: readonly TemplatePart[];
  /** Names of all facts that the text can ask for, inputs included (`inputs.awareOn`). */
  readonly variables: readonly string[];
  readonly write: TextWriter;
}

/** Reads and checks one template, or says all that is wrong with it. */
export function readTemplate(
  source: TemplateSource,
): { readonly template: ResponseTemplate } | { readonly faults: readonly TemplateFault[] } {
  const split = splitSource(source.content);
  if ('faults' in split) return { faults: named(source, split.faults) };
  const body = checkBody(split);
  const faults = [...inputFaults(split.heading, body.parts), ...body.faults];
  if (faults.length > 0) return { faults: named(source, faults) };
  const template = {
    ...split.heading,
    file: source.file,
    contentHash: createHash('sha256').update(source.content, 'utf8').digest('hex'),
    ownNumber: null,
    body: split.body,
    parts: body.parts,
    variables: namesIn(body.parts),
    write: compileBody(split.body),
  };
  return { template };
}

function named(source: TemplateSource, faults: readonly LineFault[]): TemplateFault[] {
  return faults.map((fault) => ({ file: source.file, ...fault }));
}

/** Parses the body and holds it against the policy; lines are those of the file. */
function checkBody(split: SplitSource): { parts: TemplatePart[]; faults: LineFault[] } {
  const program = tryParse(split.body);
  if ('fault' in program) return { parts: [], faults: [shifted(program.fault, split)] };
  const rules = { audience: split.heading.audience, variables: variablesFor(split.heading) };
  const { parts, faults } = applyPolicy(program.tree, rules);
  return { parts, faults: faults.map((fault) => shifted(fault, split)) };
}

function tryParse(body: string): { tree: hbs.AST.Program } | { fault: LineFault } {
  try {
    return { tree: parseBody(body) };
  } catch (error) {
    const words = error instanceof Error ? error.message : '';
    const line = Number(/on line (\d+)/.exec(words)?.[1] ?? / - (\d+):\d+$/.exec(words)?.[1] ?? 1);
    const message =
      'The curly brackets here do not fit together: a bracket or the end of a block is missing.';
    return { fault: { line, message } };
  }
}

function shifted(fault: LineFault, { bodyLine }: SplitSource): LineFault {
  return { ...fault, line: fault.line + bodyLine - 1 };
}

function variablesFor(heading: TemplateHeading): Map<string, TemplateVariable> {
  const own = Object.entries(heading.inputs).map(
    ([name, input]) => [`inputs.${name}`, asVariable(input)] as const,
  );
  return new Map<string, TemplateVariable>([...Object.entries(TEMPLATE_VARIABLES), ...own]);
}

function asVariable(input: TemplateInput): TemplateVariable {
  const kind = input.type === 'date' ? 'date' : 'text';
  return { kind, label: input.confidentiality, words: `the input “${input.label}”` };
}

/**
 * What is declared is used, is cleared for the audience, and is not free typing where everybody reads:
 * a typed word could be anything, and the promise that a public text holds no case facts would rest
 * on the author alone.
 */
function inputFaults(heading: TemplateHeading, parts: readonly TemplatePart[]): LineFault[] {
  const { words, isPublished } = AUDIENCES[heading.audience];
  const used = new Set(namesIn(parts));
  return Object.entries(heading.inputs).flatMap(([name, input]) => {
    const messages: string[] = [];
    if (isPublished && input.type !== 'choice') {
      messages.push(
        `“inputs.${name}” must be a choice: nothing is typed into a text for ${words}.`,
      );
    }
    if (!isCleared(heading.audience, input.confidentiality)) {
      messages.push(
        `“inputs.${name}” is ${LABEL_WORDS[input.confidentiality]}, and a text for ${words} must not name it.`,
      );
    }
    if (parts.length > 0 && !used.has(`inputs.${name}`)) {
      messages.push(`“inputs.${name}” is declared and never used.`);
    }
    return messages.map((message) => ({ line: 1, message }));
  });
}

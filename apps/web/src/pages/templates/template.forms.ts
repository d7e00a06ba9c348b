import { z } from 'zod';
import { Invalid, type FieldFault } from '#kernel';
import type { InputWording, ResponseTemplate, TemplateWording } from '#responses';
import { noteField } from '../../api/rules/rule-packs.dto.js';
import { wordingFields } from '../../api/templates/template-wordings.dto.js';
import { text } from '../../http/field-schemas.js';

const version = z.coerce.number().int().min(1);

/** A wording as a person writes it; questions, limits and choices stand at the names of their inputs. */
export const wordingForm = z
  .object({ version, ...wordingFields })
  .catchall(text('the answer', 10_000));
export type WordingForm = z.output<typeof wordingForm>;

/** A version to propose, as the person saw it. */
export const proposalForm = z.strictObject({ version, note: noteField });
export type ProposalForm = z.output<typeof proposalForm>;

/** An earlier version, or what ships, to propose once more. */
export const againForm = z.strictObject({ note: noteField });

/** A version as the person saw it. */
export const seenForm = z.strictObject({ version });

/** The wording that a form describes. */
export function wordingIn(form: WordingForm): TemplateWording {
  const { version: _version, title, summary, approval, body, ...fields } = form;
  const names = Object.keys(fields).flatMap((field) => /^label-(\w+)$/.exec(field)?.[1] ?? []);
  const inputs = names.map((name) => [name, inputIn(fields as Record<string, string>, name)]);
  return {
    title,
    summary,
    approval,
    body,
    inputs: Object.fromEntries(inputs) as Record<string, InputWording>,
  };
}

function inputIn(fields: Readonly<Record<string, string>>, name: string): InputWording {
  const [limit, choices] = [fields[`limit-${name}`], fields[`choices-${name}`]];
  return {
    label: fields[`label-${name}`] ?? '',
    ...(limit !== undefined && { limit: Number(limit || Number.NaN) }),
    ...(choices !== undefined && { choices: linesOf(choices) }),
  };
}

function linesOf(value: string): string[] {
  return value
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean);
}

/** What the fields of a wording show; an input that its words do not name is shown as the product has it. */
export function fieldsOf(base: ResponseTemplate, wording: TemplateWording) {
  const { title, summary, approval, body, inputs } = wording;
  const fields = Object.entries(base.inputs).flatMap(([name, input]) => {
    const { label, limit = input.limit, choices = input.choices } = inputs[name] ?? input;
    return [
      [`label-${name}`, label],
      [`limit-${name}`, String(limit)],
      [`choices-${name}`, (choices ?? []).join('\n')],
    ];
  });
  return { title, summary, approval, body, ...(Object.fromEntries(fields) as object) };
}

/** Does what a form asks for; faults of the wording go to the fields in which they were typed. */
export async function atFields<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Invalid) || error.code !== 'template-invalid') throw error;
    throw new Invalid(error.code, error.message, error.faults.map(atField));
  }
}

function atField({ field, message }: FieldFault): FieldFault {
  const [, name, part = 'label'] = /^inputs\.(\w+)(?:\.(\w+))?$/.exec(field) ?? [];
  if (name !== undefined) return { field: `${part}-${name}`, message };
  return { field: ['title', 'summary', 'approval'].includes(field) ? field : 'body', message };
}

import { z } from 'zod';
import { Invalid, type FieldFault } from '#kernel';
import type { Acknowledgement } from '#knowledge';
import { RULE_PACK, type Rule } from '#triage';
import { noteField } from '../../api/rules/rule-packs.dto.js';
import { choice, list, requiredText, text } from '../../http/field-schemas.js';
import { conditionFaultWords } from './rule-words.js';

const version = z.coerce.number().int().min(1);
const route = z.enum(RULE_PACK.routes.map(({ id }) => id));
const barred = z.enum([...RULE_PACK.routes, ...RULE_PACK.acts].map(({ id }) => id));

/** The rule in an address of a version; `new` is one that is not there yet. */
export const ruleParams = z.object({ id: z.uuid(), rule: z.string().max(20) });
export type RuleParams = z.output<typeof ruleParams>;

/** A rule as a person writes it. */
export const ruleForm = z.strictObject({
  version,
  id: requiredText('the id', 4),
  when: requiredText('the condition', 4000),
  priority: z.union([
    z.literal('').transform(() => null),
    z.coerce.number('Enter the priority as a number'),
  ]),
  primary: z.union([z.literal('').transform(() => null), route]).default(null),
  also: list(route, 15),
  never: list(barred, 40),
  deadlines: list(z.enum(RULE_PACK.deadlines as [string, ...string[]]), 40),
  cites: text('the sources', 500).transform((value) => value.split(/[\s,;]+/).filter(Boolean)),
  why: requiredText('why', 2000),
});
export type RuleForm = z.output<typeof ruleForm>;

/** A rule to switch off or on. */
export const switchForm = z.strictObject({
  version,
  rule: z.string().max(20),
  to: choice('on or off', ['on', 'off']),
});
export type SwitchForm = z.output<typeof switchForm>;

/** A file of rules. */
export const fileForm = z.strictObject({ version, file: requiredText('the rules', 400_000) });
export type FileForm = z.output<typeof fileForm>;

/** A version to propose, as the person saw it. */
export const proposalForm = z.strictObject({ version, note: noteField });
export type ProposalForm = z.output<typeof proposalForm>;

/** An earlier version, or what ships, to propose once more. */
export const againForm = z.strictObject({ note: noteField });

/** A version as the person saw it. */
export const seenForm = z.strictObject({ version });

/** A condition as it is typed. */
export const conditionForm = z.strictObject({ when: z.string().max(4000) });

const REASON = 'reason-';

/** A version to publish, with a reason for each golden case that comes out otherwise. */
export const publicationForm = z
  .object({ version })
  .catchall(text('the reason', 2000))
  .transform(({ version: seen, ...fields }) => ({ version: seen, reasons: reasonsIn(fields) }));
export type PublicationForm = z.output<typeof publicationForm>;

function reasonsIn(fields: Record<string, unknown>): Acknowledgement[] {
  return Object.entries(fields)
    .filter(([name]) => name.startsWith(REASON))
    .map(([name, reason]) => ({ golden: name.slice(REASON.length), reason: String(reason) }));
}

/** The rule that a form describes. */
export function ruleOf({ version: _version, ...rule }: RuleForm): Rule {
  return rule;
}

/** Does what a form asks for; faults of the rule go to the fields in which they were typed. */
export async function atFields<T>(rule: Rule, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Invalid) || error.code !== 'rules-invalid') throw error;
    throw new Invalid(
      error.code,
      error.message,
      error.faults.map((fault) => atField(rule, fault)),
    );
  }
}

function atField({ id, when }: Rule, { field, message }: FieldFault): FieldFault {
  const own = field.startsWith(`rules.${id}.`) ? field.slice(`rules.${id}.`.length) : '';
  if (own === 'when') {
    const [, reason = message, at = '0'] = /^(.*) \(at (\d+)\)$/.exec(message) ?? [];
    return { field: 'when', message: conditionFaultWords(when, reason, Number(at)) };
  }
  if (own !== '') return { field: own.split('.')[0]!, message };
  const found = FIELD_OF.find(([pattern]) => pattern.test(message));
  return { field: found?.[1] ?? 'when', message };
}

/** What the whole table refuses, and the field of a rule that can put it right. */
const FIELD_OF: readonly (readonly [RegExp, string])[] = [
  [/priority/i, 'priority'],
  [/\bid\b/i, 'id'],
  [/always proposes/, 'primary'],
  [/is not known/, 'cites'],
];

import { z } from 'zod';
import type { RulePackContent } from '#knowledge';
import { RULE_PACK, type Rule } from '#triage';
import { requiredText } from '../../http/field-schemas.js';

const name = z.string().max(100).optional();

/** Which rules a list shows: those that name a route, or that rest on a fact. */
export const rulesQuery = z.strictObject({ route: name, fact: name });
export type RulesQuery = z.output<typeof rulesQuery>;

/** What changes and why: what the second person reads first. */
export const noteField = requiredText('what changes and why', 5000);

const ids = z.array(z.string().max(100)).max(200);

const rule = z.strictObject({
  id: z.string().max(20),
  priority: z.number().nullable(),
  when: z.string().max(4000),
  primary: z.string().max(100).nullable(),
  also: ids,
  never: ids,
  deadlines: ids,
  cites: ids,
  why: z.string().max(2000),
});

const derived = z.strictObject({
  name: z.string().max(100),
  expression: z.string().max(4000),
  meaning: z.string().max(500),
});

const rulesFields = {
  rules: z.array(rule).min(1).max(1000),
  derived: z.array(derived).max(200).optional(),
  off: ids.optional(),
};

/** Rules to check; nothing is kept. */
export const rulesBody = z.strictObject(rulesFields);
export type RulesBody = z.output<typeof rulesBody>;

/** Rules to propose; whether they are rules is for the service to say. */
export const proposalBody = z.strictObject({ note: noteField, ...rulesFields });
export type ProposalBody = z.output<typeof proposalBody>;

/** A version to propose once more. */
export const againBody = z.strictObject({ note: noteField });

/** A version as the caller saw it. */
export const seenBody = z.strictObject({ version: z.int().min(1) });

/** What is published, and why golden cases may come out otherwise. */
export const publicationBody = z.strictObject({
  version: z.int().min(1),
  acknowledged: z
    .array(z.strictObject({ golden: z.string().max(20), reason: z.string().max(2000) }))
    .max(200)
    .default([]),
});
export type PublicationBody = z.output<typeof publicationBody>;

/** Rules of the API as content; left out, the derived facts are those that ship. */
export function contentOfBody({ rules, derived: own, off = [] }: RulesBody): RulePackContent {
  return { rules: rules as Rule[], derived: own ?? RULE_PACK.derived, off };
}

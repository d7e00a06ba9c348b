import { z } from 'zod';
import { RULE_PACK, type Rule } from '#triage';
import type { RulePackContent } from './rule-pack.js';

/** What is wrong in a file, and where. */
export interface FileFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const words = z.string({ error: 'write words here' });
const ids = z.array(words, { error: 'write a list here' }).default([]);

const rule = z.strictObject(
  {
    id: words,
    priority: z.number({ error: 'write a number, or null' }).nullable().default(null),
    when: words,
    primary: words.nullable().default(null),
    also: ids,
    never: ids,
    deadlines: ids,
    cite: ids,
    why: words,
    off: z.boolean({ error: 'write true or false' }).default(false),
  },
  { error: (issue) => unknownKeys(issue, 'a rule has no') },
);

const derived = z.strictObject(
  { name: words, expr: words, meaning: words },
  { error: (issue) => unknownKeys(issue, 'a derived fact has no') },
);

const facts = new Map<string, unknown>(RULE_PACK.facts.map((fact) => [fact.name, fact.default]));
const routes = new Set<string>(RULE_PACK.routes.map(({ id }) => id));

/** Facts and routes belong to the product: a file may list them, and cannot bring others. */
const knownFact = z
  .looseObject({ name: words, default: z.unknown().optional() })
  .refine(({ name }) => facts.has(name), 'facts belong to the product; it has none of this name')
  .refine(
    (fact) => fact.default === undefined || facts.get(fact.name) === fact.default,
    'the default of a fact belongs to the product and is another one',
  );

/** The form of a file of rules. */
export const rulesFileSchema = z.strictObject(
  {
    facts: z.array(knownFact).optional(),
    routes: z
      .array(words.refine((id) => routes.has(id), 'the product has no such route'))
      .optional(),
    derived: z.array(derived).optional(),
    rules: z.array(rule, { error: 'the file needs a list of rules' }).min(1, 'the list is empty'),
  },
  {
    error: (issue) =>
      unknownKeys(issue, 'the file has no part') ?? 'the file needs a list “rules:”',
  },
);

/** Rules as the file has them; without a list of derived facts those that ship are used. */
export function contentOfFile(file: z.output<typeof rulesFileSchema>): RulePackContent {
  return {
    // Ids are checked with the rules as a whole, by the same code as those of the product.
    rules: file.rules.map(({ cite, off: _off, ...fields }) => ({ ...fields, cites: cite }) as Rule),
    derived: file.derived?.map(({ name, expr, meaning }) => ({
      name,
      expression: expr,
      meaning,
    })) ?? [...RULE_PACK.derived],
    off: file.rules.filter(({ off }) => off).map(({ id }) => id),
  };
}

function unknownKeys(issue: { code?: string; keys?: unknown }, words: string): string | undefined {
  if (issue.code !== 'unrecognized_keys' || !Array.isArray(issue.keys)) return undefined;
  return `${words} “${issue.keys.join('”, “')}”`;
}

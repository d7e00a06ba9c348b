import { z } from 'zod';
import { ACTS } from './data/acts.js';
import { ROUTES } from './data/routes.js';
import { URGENCY_LEVELS } from './pack.js';

const name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'Use small letters, digits and underscores.');
const words = z.string().trim().min(1, 'Write something here.');
const civilDate = z.iso.date('Write the date as 2026-11-22.');
const routeId = z.enum(ROUTES.map(({ id }) => id));
const actId = z.enum(ACTS.map(({ id }) => id));
const scalar = z.union([z.boolean(), z.string(), z.number(), z.null()]);

const factWords = { name, meaning: words, question: words };
const fact = z.discriminatedUnion('type', [
  z.strictObject({ ...factWords, type: z.literal('bool'), default: z.boolean() }),
  z.strictObject({ ...factWords, type: z.literal('number'), default: z.number() }),
  z.strictObject({ ...factWords, type: z.literal('number|null'), default: z.number().nullable() }),
  z.strictObject({
    ...factWords,
    type: z.literal('enum'),
    values: z.array(z.string()).min(2),
    labels: z.record(z.string(), words),
    default: z.string(),
  }),
]);

const rule = z.strictObject({
  id: z.string().regex(/^[A-Z]\d{2,3}$/, 'Write the id as R62 or N01.'),
  priority: z.number().nullable(),
  when: words,
  primary: routeId.nullable(),
  also: z.array(routeId),
  never: z.array(z.union([routeId, actId])),
  deadlines: z.array(z.string()),
  cites: z.array(z.string()),
  why: words,
});

const level = z.enum(URGENCY_LEVELS);

const scaledPart = z.strictObject({
  id: name,
  name: words,
  levels: z
    .array(
      z.strictObject({
        score: z.literal([1, 2, 3], 'Write a score of 1, 2 or 3.'),
        when: words,
        says: words,
      }),
    )
    .min(1),
});
const factor = z.strictObject({ id: name, when: words, says: words });

/** The shape of a rule pack; what its parts mean to one another is checked by `validatePack`. */
export const packSchema = z.strictObject({
  version: words,
  source: words,
  validFrom: civilDate,
  checkedOn: civilDate,
  facts: z.array(fact),
  derived: z.array(z.strictObject({ name, expression: words, meaning: words })),
  routes: z.array(
    z.strictObject({
      id: routeId,
      name: words,
      sentence: words,
      approver: words,
      templates: z.array(z.string()),
    }),
  ),
  acts: z.array(z.strictObject({ id: actId, sentence: words })),
  deadlines: z.array(z.string()),
  rules: z.array(rule).min(1),
  mustAsk: z.array(z.strictObject({ fact: name, when: words, unsureCountsAs: scalar })),
  contradictions: z.array(
    z.strictObject({ when: words, fields: z.array(name).min(1), message: words }),
  ),
  urgency: z.array(
    z.union([
      z.strictObject({ level, why: words, when: words }),
      z.strictObject({ level, why: words, route: routeId }),
    ]),
  ),
  severity: z.array(scaledPart).default([]),
  aggravating: z.array(factor).default([]),
  mitigating: z.array(factor).default([]),
  exposure: z.array(scaledPart).default([]),
});

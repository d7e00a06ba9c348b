import { z } from 'zod';
import { START_EVENT_IDS, type StartEventId } from '#cases';
import { RULE_PACK, type RouteId } from '#triage';
import {
  civilDate,
  line,
  list,
  referenceParams,
  requiredLine,
  text,
} from '../../http/field-schemas.js';

const value = z.union([z.boolean(), z.number(), z.string().max(100), z.null()]);

/** Facts by name; which names there are, and of what type, the rules say. */
const facts = z
  .record(z.string().max(100), value, { error: 'Give the facts as an object.' })
  .refine((given) => Object.keys(given).length <= 200, 'That is too many');

const factNames = list(z.string().max(100), 200);

/** Facts to triage without keeping anything. */
export const factsBody = z.strictObject({
  facts,
  unsure: factNames,
  on: civilDate('the date of the post').optional(),
});
export type FactsBody = z.output<typeof factsBody>;

/** Answers that take the place of those on a case; `version` is that of the answers that were read. */
export const answersBody = z.strictObject({
  facts,
  unsure: factNames,
  version: z.number().int().min(0, 'Give the version that you read').optional(),
});
export type AnswersBody = z.output<typeof answersBody>;

/** A route of the rules. */
export const routeChoice = z.enum(RULE_PACK.routes.map(({ id }) => id) as [RouteId, ...RouteId[]], {
  error: 'Choose a route',
});

const toldStart = z.strictObject({
  at: requiredLine('when it started', 40),
  noticedBy: line('who noticed it', 200).optional(),
});

/** When clocks started, by the event that starts them. */
const starts = z.partialRecord(
  z.enum(START_EVENT_IDS as unknown as [StartEventId, ...StartEventId[]]),
  toldStart,
);

/** Advice adopted, or overridden with a reason: what is left out is as advised. */
export const decisionBody = z.strictObject({
  assessment: z.uuid('Say on which assessment you decide'),
  route: routeChoice.optional(),
  also: z.array(routeChoice).max(15).optional(),
  reason: text('the reason', 5000).optional(),
  starts: starts.optional(),
});
export type DecisionBody = z.output<typeof decisionBody>;

/** A clock started by hand. */
export const newDeadlineBody = z.strictObject({
  deadline: requiredLine('a clock', 60),
  start: toldStart.optional(),
  stated: line('the day it is due', 40).optional(),
});
export type NewDeadlineBody = z.output<typeof newDeadlineBody>;

/** One change of a clock: settled, or told anew when it started or is due. */
export const deadlineChangeBody = z.union(
  [
    z.strictObject({ state: z.literal('met') }),
    z.strictObject({ state: z.literal('withdrawn'), reason: text('the reason', 2000).default('') }),
    z.strictObject({ state: z.literal('paused'), reason: text('the reason', 2000).default('') }),
    z.strictObject({ state: z.literal('running') }),
    z.strictObject({ start: toldStart, stated: line('the day it is due', 40).optional() }),
    z.strictObject({ stated: requiredLine('the day it is due', 40) }),
  ],
  {
    error:
      'Say one of: state met; state withdrawn or paused with a reason; state running; start; stated.',
  },
);
export type DeadlineChangeBody = z.output<typeof deadlineChangeBody>;

/** Address of one advice on a case. */
export const assessmentParams = referenceParams.extend({ id: z.uuid() });

/** Address of one clock of a case. */
export const deadlineParams = z.object({ id: z.uuid() });

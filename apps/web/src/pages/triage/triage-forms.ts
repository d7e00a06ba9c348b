import { z } from 'zod';
import {
  type GivenAnswers,
  START_EVENT_IDS,
  QUESTION_GROUPS,
  type QuestionGroupId,
  type RouteChoice,
  type ToldStart,
  type ToldStarts,
} from '#cases';
import { Invalid } from '#kernel';
import { RULE_PACK } from '#triage';
import { routeChoice } from '../../api/triage/triage.dto.js';
import { line, list, referenceParams, text } from '../../http/field-schemas.js';
import { questionOf } from './answer-words.js';
import { NONE, UNSURE } from './question-fields.js';

const GROUP_IDS = QUESTION_GROUPS.map(({ id }) => id) as [QuestionGroupId, ...QuestionGroupId[]];

/** Address of one page of questions. */
export const groupParams = referenceParams.extend({ group: z.enum(GROUP_IDS) });

const typed = z.string().max(100).optional();

const answerFields = Object.fromEntries(RULE_PACK.facts.map(({ name }) => [name, typed]));

/** Answers of one page; `go` says where the person wants to go afterwards. */
export const answersForm = z.strictObject({
  ...answerFields,
  /** The yes/no questions that the page put as one list, and those of them that are true, or none. */
  asked: list(z.string().max(100), 100),
  yes: list(z.string().max(100), 100),
  unsure: list(z.string().max(100), 100),
  version: z.coerce.number().int().min(0),
  go: z.enum(['on', 'stay', 'advice', 'leave']).default('on'),
});
export type AnswersForm = z.output<typeof answersForm> & Readonly<Record<string, unknown>>;

const startFields = Object.fromEntries(
  START_EVENT_IDS.flatMap((event) => [
    [`starts-${event}-at`, line('the day', 40).optional()],
    [`starts-${event}-time`, line('the time', 40).optional()],
    [`starts-${event}-noticedBy`, line('who noticed it', 200).optional()],
  ]),
);

/** Adopting advice. */
export const adoptForm = z.strictObject({ ...startFields, assessment: z.uuid() });
export type AdoptForm = z.output<typeof adoptForm> & Readonly<Record<string, unknown>>;

/** Overriding advice. */
export const overrideForm = z.strictObject({
  ...startFields,
  assessment: z.uuid(),
  route: routeChoice,
  also: list(routeChoice, 15),
  reason: text('the reason', 5000).default(''),
});
export type OverrideForm = z.output<typeof overrideForm> & Readonly<Record<string, unknown>>;

/** What a form answers: what was left empty is not answered. */
export function givenAnswers(form: AnswersForm): GivenAnswers {
  const answered = RULE_PACK.facts.filter(
    ({ name }) => form[name] !== undefined && form[name] !== '',
  );
  const unsure = answered.filter(({ name }) => form[name] === UNSURE).map(({ name }) => name);
  const facts = answered
    .filter(({ name }) => form[name] !== UNSURE && !form.unsure.includes(name))
    .map(({ name, type }) => [name, answerOf(type, String(form[name]))] as const);
  return {
    facts: Object.fromEntries([...facts, ...listedAnswers(form)]),
    unsure: [...unsure, ...form.unsure],
    version: form.version,
  };
}

/** Of a list, what was not ticked is answered too, once anything of it was: a tick, “none”, or “not sure”. */
function listedAnswers({ asked, yes, unsure }: AnswersForm): (readonly [string, boolean])[] {
  if (yes.length === 0 && !asked.some((name) => unsure.includes(name))) return [];
  return asked
    .filter((name) => !unsure.includes(name))
    .map((name) => [name, yes.includes(name)] as const);
}

/**
 * @param needed facts that may not be left without an answer.
 * @throws Invalid `not-valid`
 */
export function refuseBlank(
  needed: readonly string[],
  form: AnswersForm,
  { facts, unsure }: GivenAnswers,
): void {
  const blank = needed.filter((name) => !Object.hasOwn(facts, name) && !unsure.includes(name));
  const isTorn = form.yes.includes(NONE) && form.yes.length > 1;
  const listed = form.asked.filter((name) => isTorn || blank.includes(name)).slice(0, 1);
  const faults = [
    ...blank
      .filter((name) => !form.asked.includes(name))
      .map((field) => ({ field, message: `Answer, or choose “Not sure”: ${questionOf(field)}` })),
    ...listed.map((field) => ({ field, message: 'Tick those that are true, or “None of these”' })),
  ];
  if (faults.length === 0) return;
  throw new Invalid('not-valid', 'Some questions must be answered.', faults);
}

/** The starts that were typed in; what was left empty is not told. */
export function toldStarts(form: Readonly<Record<string, unknown>>): ToldStarts {
  return Object.fromEntries(
    START_EVENT_IDS.flatMap((event) => {
      const start = toldStart(form, `starts-${event}`);
      return start ? [[event, start] as const] : [];
    }),
  );
}

/** One start of a form, under the prefix of its fields. */
export function toldStart(
  form: Readonly<Record<string, unknown>>,
  prefix: string,
): ToldStart | undefined {
  const [at, time, noticedBy] = ['at', 'time', 'noticedBy'].map((part) =>
    String(form[`${prefix}-${part}`] ?? ''),
  ) as [string, string, string];
  if (at === '' && time === '' && noticedBy === '') return undefined;
  return { at: time === '' ? at : `${at}T${time}`, noticedBy };
}

/** The choice of an override. */
export function choiceOf({ route, also, reason }: OverrideForm): RouteChoice {
  return { route, also, reason };
}

/** A value as the rules take it; what is none is left for them to refuse. */
function answerOf(type: string, value: string): unknown {
  if (type === 'bool') return value === 'true' ? true : value === 'false' ? false : value;
  if (type === 'enum') return value;
  const number = Number(value);
  return Number.isFinite(number) ? number : value;
}

/** Whose policy is looked at beside the advice; a trust's own where none is named. */
export const resultQuery = z.object({ employer: line('the employer', 200).default('') });
export type ResultQuery = z.output<typeof resultQuery>;

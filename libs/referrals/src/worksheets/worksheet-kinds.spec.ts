import * as fc from 'fast-check';
import { findDeadlineRule } from '#deadlines';
import { isCitationKey } from '#guidance';
import { PERMISSIONS } from '#identity';
import { RULE_PACK } from '#triage';
import {
  type AnswerIs,
  COMMON_STATES,
  type Consequences,
  type DecisionIs,
  missingForSignOff,
  type Question,
  QUESTION_TYPES,
  questionsOf,
  REFERRAL_ROUTES,
  sectionsAt,
  WORKSHEET_KINDS,
  type WorksheetKind,
} from '../index.js';

/** Fields that the pages need for themselves. */
const TAKEN = new Set(['version', 'decision', 'reason', 'dissent', 'step', 'kind']);
const ROUTES = new Set<string>(RULE_PACK.routes.map(({ id }) => id));

const consequencesOf = ({ signOff, steps = [] }: WorksheetKind): Consequences[] =>
  [signOff.brings, ...steps.map(({ brings }) => brings)].flatMap((brings) => brings ?? []);

/** What a kind refers to and does not have, each in words. */
function danglingIn(kind: WorksheetKind): string[] {
  const questions = new Map(questionsOf(kind).map((question) => [question.id, question]));
  const ask = (id: string | undefined) => (id === undefined || questions.has(id) ? [] : [id]);
  const when = (one: AnswerIs | DecisionIs | undefined) => (one ? conditionFaults(one) : []);
  const conditionFaults = (one: AnswerIs | DecisionIs): string[] => {
    if ('decision' in one) {
      const values = kind.signOff.decisions?.map(({ value }) => value) ?? [];
      return [one.decision].flat().filter((value) => !values.includes(value));
    }
    const question = questions.get(one.question);
    return question ? [one.is].flat().filter((value) => !offers(question, value)) : [one.question];
  };
  const consequences = consequencesOf(kind).flatMap(
    ({ tasks = [], clocks = [], referrals = [] }) => [
      ...tasks.flatMap((task) => [...ask(task.dueOn), ...when(task.when)]),
      ...clocks.flatMap((clock) => [
        ...(findDeadlineRule(clock.deadline) ? [] : [clock.deadline]),
        ...ask(clock.startFrom),
        ...ask(clock.noticedByFrom),
        ...ask(clock.statedFrom),
        ...when(clock.when),
      ]),
      ...referrals.flatMap((referral) => [
        ...(referral.route in REFERRAL_ROUTES ? [] : [referral.route]),
        ...ask(referral.recipientFrom),
        ...when(referral.when),
      ]),
    ],
  );
  return [
    ...kind.routes.filter((route) => !ROUTES.has(route)),
    ...kind.citations.filter((key) => !isCitationKey(key)),
    ...[...questions.values()].flatMap(({ shownIf }) => when(shownIf)),
    ...(kind.steps ?? []).flatMap(({ needs = [] }) => needs.flatMap(ask)),
    ...(kind.permits?.decisions ?? []).flatMap((decision) => when({ decision })),
    ...consequences,
  ];
}

function offers({ type, options = [] }: Question, value: string): boolean {
  if (type === 'yes-no') return value === 'yes' || value === 'no';
  return options.some((option) => option.value === value);
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe('the kinds of worksheet', () => {
  it('have ids of their own', () => {
    expect(repeated(WORKSHEET_KINDS.map(({ id }) => id))).toEqual([]);
  });
});

describe.each(WORKSHEET_KINDS.map((kind) => [kind.id, kind] as const))('%s', (_, kind) => {
  const questions = questionsOf(kind);

  it('has words for itself, for each question and for each choice', () => {
    const words = [
      kind.title,
      ...kind.intro,
      ...kind.sections.map(({ title }) => title),
      ...questions.map(({ label }) => label),
      ...questions.flatMap(({ options = [] }) => options.map(({ text }) => text)),
      ...(kind.signOff.decisions ?? []).map(({ text }) => text),
      ...(kind.steps ?? []).map(({ label }) => label),
      ...consequencesOf(kind).flatMap(({ tasks = [] }) => tasks.map(({ title }) => title)),
      kind.signOff.by,
    ];
    expect(words.filter((text) => text.trim().length < 2 || text.length > 400)).toEqual([]);
    expect(kind.intro.length).toBeGreaterThan(0);
  });

  it('has questions with names of their own, of known types, with choices where there is one', () => {
    expect(repeated(questions.map(({ id }) => id))).toEqual([]);
    const wrong = questions.filter(
      ({ id, type, options = [] }) =>
        !/^[a-z][A-Za-z0-9]{1,40}$/.test(id) ||
        TAKEN.has(id) ||
        !QUESTION_TYPES.includes(type) ||
        (type === 'choice' || type === 'choices') !== options.length > 1 ||
        repeated(options.map(({ value }) => value)).length > 0,
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('asks for something before it can be signed off, by a right that there is', () => {
    const before = sectionsAt(kind, 'before').flatMap((section) => section.questions);
    expect(before.some(({ isRequired, shownIf }) => isRequired && !shownIf)).toBe(true);
    expect(missingForSignOff(kind, {}).length).toBeGreaterThan(0);
    expect(kind.signOff.right in PERMISSIONS).toBe(true);
  });

  it('refers to routes, sources, clocks, questions and decisions that there are', () => {
    expect(danglingIn(kind)).toEqual([]);
  });

  it('has tasks with keys of their own', () => {
    const keys = consequencesOf(kind).flatMap(({ tasks = [] }) => tasks.map(({ key }) => key));
    expect([
      ...repeated(keys),
      ...keys.filter((key) => !/^[a-z][a-z0-9-]{1,60}$/.test(key)),
    ]).toEqual([]);
  });

  it('has steps between states with words, each of which can be reached', () => {
    const states = [...Object.keys(COMMON_STATES), ...Object.keys(kind.states ?? {})];
    const steps = kind.steps ?? [];
    const named = steps.flatMap(({ from, to }) => [...from, to]);
    expect(named.filter((state) => !states.includes(state))).toEqual([]);
    expect(steps.filter(({ from, to }) => from.includes('open') || to === 'open')).toEqual([]);
    const reached = new Set(['open', 'signed', 'withdrawn']);
    for (const _turn of steps) {
      for (const { from, to } of steps)
        if (from.some((state) => reached.has(state))) reached.add(to);
    }
    expect(states.filter((state) => !reached.has(state))).toEqual([]);
  });

  it('judges whatever was answered without failing, and misses only what it asks', () => {
    const answer = fc.oneof(fc.string(), fc.constantFrom('yes', 'no'), fc.array(fc.string()));
    const answers = fc.dictionary(fc.constantFrom(...questions.map(({ id }) => id)), answer);
    fc.assert(
      fc.property(answers, (given) => {
        for (const { question, text } of missingForSignOff(kind, given)) {
          expect(questions.map(({ id }) => id)).toContain(question);
          expect(text).not.toBe('');
        }
      }),
      { numRuns: 50 },
    );
  });
});

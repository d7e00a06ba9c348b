import type { RequestAnswers } from './request-answers.js';

/** The questions in the order in which they are asked, each with the answers that it gives. */
export const STEP_ANSWERS = {
  'what-happened': ['whatHappened'],
  where: ['platform'],
  link: ['url', 'account', 'postText'],
  when: ['seenOn'],
  replied: ['replied'],
  patient: ['patient', 'complaint'],
  work: ['jurisdiction', 'setting'],
  words: ['words'],
  'how-are-you': ['wellbeing'],
} as const satisfies Record<string, readonly (keyof RequestAnswers)[]>;
export type RequestStep = keyof typeof STEP_ANSWERS;

export const REQUEST_STEPS = Object.keys(STEP_ANSWERS) as [RequestStep, ...RequestStep[]];

/** The first question that is still open; undefined when all have been answered. */
export function firstOpenStep(answers: Partial<RequestAnswers>): RequestStep | undefined {
  return REQUEST_STEPS.find((step) =>
    STEP_ANSWERS[step].some((answer) => answers[answer] === undefined),
  );
}

/** Whether nothing is left to ask. */
export function isComplete(answers: Partial<RequestAnswers>): answers is RequestAnswers {
  return firstOpenStep(answers) === undefined;
}

/** The question before this one; undefined for the first. */
export function stepBefore(step: RequestStep): RequestStep | undefined {
  return REQUEST_STEPS[REQUEST_STEPS.indexOf(step) - 1];
}

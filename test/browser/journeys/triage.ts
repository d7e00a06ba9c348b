import type { Entered, Screen } from '../screen.js';

/** Answers to the questions about danger when there is none. */
export const NOBODY_IN_DANGER = {
  immediate_danger: 'false',
  contains_threat: 'none',
  doctor_risk_to_self: 'false',
  self_harm_risk_author: 'false',
  safeguarding_concern: 'false',
  intimate_image_abuse: 'false',
};

/** Answers of one group of questions by the names of their facts. */
export type Answers = Readonly<Record<string, Entered>>;

/** Answers the questions about danger and those given, and leaves the screen on the advice. */
export async function askForAdvice(screen: Screen, reference: string, answers: Answers = {}) {
  await screen.visit(`/cases/${reference}/triage`);
  const groups = Object.entries({ safety: NOBODY_IN_DANGER, ...answers });
  for (const [index, [group, facts]] of groups.entries()) {
    await screen.visit(`/cases/${reference}/triage/questions/${group}`);
    await screen.enter(facts);
    const isLast = index === groups.length - 1;
    await screen.press(isLast ? 'Save and see the advice' : 'Save and show what it changes');
  }
  await screen.visit(`/cases/${reference}/triage/result`);
}

/** Adopts the advice that the screen shows. @param starts what is known of the starts of clocks */
export async function adoptAdvice(
  screen: Screen,
  starts: Readonly<Record<string, string>> = {},
): Promise<void> {
  await screen.enter(starts);
  await screen.press('Adopt this advice');
  await screen.requireWords('The advice is adopted.');
}

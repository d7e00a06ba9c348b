import { type Entered, fillIn, read, send } from './forms.js';
import type { SignedIn } from './people.js';

/** Answers of one page of questions after another, by the names of their facts. */
export type GroupsOfAnswers = Readonly<Record<string, Entered>>;

const NOBODY_IN_DANGER: Entered = {
  immediate_danger: 'false',
  contains_threat: 'none',
  doctor_risk_to_self: 'false',
  self_harm_risk_author: 'false',
  safeguarding_concern: 'false',
  intimate_image_abuse: 'false',
};

/** Logs an incident by the form. @returns the reference of its case */
export async function logsIncident(adviser: SignedIn, besides: Entered = {}): Promise<string> {
  const opened = await send(adviser.visit, ['/cases/new', '/cases/new'], {
    title: 'One-star review of the clinic',
    direction: 'about_doctor',
    kind: 'negative_review',
    platform: 'google_business',
    postText: 'Waited an hour and nobody listened.',
    seenOn: '2025-10-24',
    visibility: 'public',
    jurisdiction: 'england',
    setting: 'private_practice',
    ...besides,
  });
  return /PAR-[\w-]+$/.exec(opened)![0];
}

/** Answers that nobody is in danger, and what is given, and asks for the advice. @returns its page */
export async function asksForAdvice(
  adviser: SignedIn,
  reference: string,
  answers: GroupsOfAnswers = {},
): Promise<string> {
  const groups = Object.entries({ safety: NOBODY_IN_DANGER, ...answers });
  for (const [index, [group, facts]] of groups.entries()) {
    const page = `/cases/${reference}/triage/questions/${group}`;
    const go = index === groups.length - 1 ? 'advice' : 'stay';
    await send(adviser.visit, [page, page], { ...facts, go });
  }
  return read(adviser.visit, `/cases/${reference}/triage/result`);
}

/** Adopts the advice with what is known of the starts of clocks. @returns the path that follows */
export function adoptsAdvice(
  adviser: SignedIn,
  reference: string,
  starts: Entered = {},
): Promise<string> {
  const page = `/cases/${reference}/triage/result`;
  return send(adviser.visit, [page, page], starts);
}

/** Decides for another way than the one advised. @returns how that was answered */
export function overridesAdvice(adviser: SignedIn, reference: string, choice: Entered) {
  const page = `/cases/${reference}/triage/override`;
  return fillIn(adviser.visit, [page, page], choice);
}

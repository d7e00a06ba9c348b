import type { SignedIn } from './people.js';
import { type Entered, read, send } from './forms.js';

/** What a doctor answers, question by question. */
export type DoctorsAnswers = readonly (readonly [question: string, answer: Entered])[];

/** Answers all questions, confirms and sends. @returns the reference of the request */
export async function sendsRequest(doctor: SignedIn, answers: DoctorsAnswers): Promise<string> {
  await read(doctor.visit, '/requests/new');
  await send(doctor.visit, ['/requests/new/safety', '/requests/new/safety'], { danger: 'no' });
  for (const [question, answer] of answers) {
    const page = `/requests/new/${question}`;
    await send(doctor.visit, [page, page], answer);
  }
  const check = '/requests/new/check';
  const sent = await send(doctor.visit, [check, check], { declaration: 'on' });
  return /REQ-[\w-]+$/.exec(sent)![0];
}

/** Takes a request on. @returns the reference of its case */
export async function acceptsRequest(
  adviser: SignedIn,
  request: string,
  named: { title: string; kind: string },
): Promise<string> {
  const page = `/requests/${request}`;
  const inbox = await read(adviser.visit, '/requests');
  if (!inbox.includes(`href="${page}"`)) throw new Error(`${request} is not in the inbox.`);
  return /PAR-[\w-]+$/.exec(await send(adviser.visit, [page, `${page}/accept`], named))![0];
}

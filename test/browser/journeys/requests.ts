import type { Screen } from '../screen.js';

/** What a doctor answers, question by question; what is given stands in the place of these. */
const ANSWERS = {
  'what-happened': { whatHappened: 'review' },
  where: { platform: 'google_business' },
  link: { url: 'https://maps.example/r/7', account: 'Angry Reader', postText: 'Never again.' },
  when: { seen: 'today' },
  replied: { replied: 'no' },
  patient: { patient: 'unsure', complaint: 'no' },
  work: { jurisdiction: 'england', setting: 'private_practice' },
  words: { words: 'I was running late that day.' },
  'how-are-you': { wellbeing: 'strained' },
} as const;

type OwnAnswers = Partial<Record<keyof typeof ANSWERS, Readonly<Record<string, string>>>>;

/** Answers every question as a doctor and sends the request. @returns its reference */
export async function sendRequest(doctor: Screen, own: OwnAnswers = {}): Promise<string> {
  await doctor.visit('/requests/new');
  await doctor.visit('/requests/new/safety');
  await doctor.enter({ danger: 'no' });
  await doctor.press('Continue');
  for (const [step, answers] of Object.entries({ ...ANSWERS, ...own })) {
    await doctor.visit(`/requests/new/${step}`);
    await doctor.enter(answers);
    await doctor.press('Continue');
  }
  await doctor.visit('/requests/new/check');
  await doctor.enter({ declaration: 'on' });
  await doctor.press('Send request');
  return /REQ-[\w-]+/.exec(doctor.path)![0];
}

/** Takes a request on. @returns the reference of its case */
export async function acceptRequest(
  adviser: Screen,
  request: string,
  named: { readonly title: string; readonly kind: string },
): Promise<string> {
  await adviser.visit('/requests');
  await adviser.visit(`/requests/${request}`);
  await adviser.enter(named);
  await adviser.press('Accept as a case');
  return /PAR-[\w-]+/.exec(adviser.path)![0];
}

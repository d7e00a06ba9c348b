import type { Journey } from '../journey.js';
import type { Screen } from '../screen.js';

/** Logs an incident by the form and leaves the screen on its case. @returns the reference. */
export async function logAnIncident(
  screen: Screen,
  title: string,
  postText: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  await screen.visit('/cases/new');
  await screen.enter({
    title,
    direction: 'about_doctor',
    kind: 'negative_review',
    platform: 'google_business',
    postText,
    seenOn: today(),
    visibility: 'public',
    jurisdiction: 'england',
    setting: 'nhs_gp',
    ...more,
  });
  await screen.press('Create case');
  const reference = /PAR-\d\d-\w{5}-\w/.exec(screen.path)?.[0];
  if (!reference) throw new Error(`The new case is not shown; the page is ${screen.path}.`);
  return reference;
}

/** Today as the field of a date takes it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The first step of a case that an adviser hears of by telephone. */
export const logAnIncidentJourneys: readonly Journey[] = [
  {
    name: 'adviser: sends an empty form, sees what is missing, and logs the incident',
    run: async (stage) => {
      const screen = await stage.as('adviser@mdo.example');
      await screen.visit('/cases/new');
      await screen.type('Short title', 'Review names the doctor');
      const status = await screen.pressRefused('Create case');
      if (status < 400) throw new Error(`The unfinished form was answered with ${status}.`);
      const kept = await screen.page.getByLabel('Short title').inputValue();
      if (kept !== 'Review names the doctor') throw new Error('What was typed was not kept.');
      const reference = await logAnIncident(
        screen,
        'Review names the doctor',
        'Waited two hours and the doctor did not listen.',
      );
      await screen.visit('/work');
      await screen.requireWords('Review names the doctor');
      await screen.visit(`/cases/${reference}`);
    },
  },
];

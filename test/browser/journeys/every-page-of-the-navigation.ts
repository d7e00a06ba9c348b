import type { Journey, Stage } from '../journey.js';

const ROLES = ['doctor', 'adviser', 'approver', 'press', 'dpo', 'manager', 'admin'];
const ORGANISATIONS = ['mdo', 'trust'];

/** Pages that the head of every page leads to. */
const IN_THE_HEAD = ['/notices', '/my/settings'];

/** Each role of each organisation signs in and opens every page that its navigation leads to. */
export const everyPageOfTheNavigation: readonly Journey[] = ORGANISATIONS.flatMap((organisation) =>
  ROLES.map((role) => ({
    name: `${role} of the ${organisation}: signs in and opens every page of the navigation`,
    run: (stage: Stage) => openNavigation(stage, `${role}@${organisation}.example`),
  })),
);

async function openNavigation(stage: Stage, email: string): Promise<void> {
  const screen = await stage.as(email);
  const links = screen.page.locator('nav[aria-label="Main"] a');
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  if (addresses.length === 0) throw new Error(`The navigation of ${email} is empty.`);
  const faults: string[] = [];
  for (const address of [...addresses, ...IN_THE_HEAD]) {
    await screen.visit(address).catch((error: Error) => faults.push(error.message));
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

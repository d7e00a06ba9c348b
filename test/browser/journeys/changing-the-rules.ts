import type { Journey, Stage } from '../journey.js';
import type { Screen } from '../screen.js';

/** Rules of triage: changed by one person, published by another, read by those who advise. */
export const changingTheRules: readonly Journey[] = [
  {
    name: 'administrator proposes a rule, the lead adviser publishes it, an adviser reads it',
    run: async (stage) => {
      const path = await proposeRule(stage);
      const approver = await stage.as('approver@mdo.example');
      await waitForCases(approver, path);
      await approver.requireWords('40 of 40 worked cases come out as agreed');
      await approver.press('Publish: in force from now');
      await approver.requireWords('These rules are in force');
      const adviser = await stage.as('adviser@mdo.example');
      await adviser.visit('/guidance/rules?route=press_office');
      await adviser.requireWords('R200', 'What goes on and is widely seen reaches the press.');
      await adviser.visit('/guidance/rules');
    },
  },
];

async function proposeRule(stage: Stage): Promise<string> {
  const admin = await stage.as('admin@mdo.example');
  await admin.visit('/admin/rules');
  await admin.press(/Prepare a change|Go on with the change/);
  const path = admin.path;
  await admin.visit(`${path}/upload`);
  await admin.visit(`${path}/rules/new`);
  await admin.enter({
    id: 'R200',
    when: "reach=='viral' and pattern_persistant",
    why: 'What goes on and is widely seen reaches the press.',
    cites: 'A3.press',
  });
  await admin.page.locator('#said', { hasText: 'unknown name pattern_persistant' }).waitFor();
  await admin.pressRefused('Save the rule');
  await admin.enter({ when: "reach=='viral' and pattern_persistent" });
  await admin.page.locator('input[name="also"][value="press_office"]').check();
  await admin.press('Save the rule');
  await admin.requireWords('Rule R200', 'Added');
  await admin.enter({ note: 'Agreed by the panel.' });
  await admin.press('Propose this version');
  await admin.requireWords('Another person, who has not worked on this version, publishes it.');
  return path;
}

/** Looks again until the worker has tried the proposal on the open cases. */
async function waitForCases(screen: Screen, path: string): Promise<void> {
  for (let tries = 0; tries < 30; tries += 1) {
    await screen.visit(path);
    const publish = screen.page.getByRole('button', { name: 'Publish: in force from now' });
    if ((await publish.count()) > 0) return;
    await screen.page.waitForTimeout(1_000);
  }
  throw new Error('The open cases were not looked at.');
}

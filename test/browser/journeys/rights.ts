import type { Stage } from '../journey.js';

/** Grants the first person of a role a right by name, as the administrator of their organisation. */
export async function grantRight(
  stage: Stage,
  to: { readonly organisation: 'mdo' | 'trust'; readonly role: string },
  right: string,
  reason: string,
): Promise<void> {
  const admin = await stage.as(`admin@${to.organisation}.example`);
  await admin.visit(`/admin/people?role=${to.role}`);
  const person = admin.page.locator('main table a').first();
  await admin.visit((await person.getAttribute('href'))!);
  await admin.enter({ rights: right, reason });
  await admin.press('Change rights');
}

import type { Screen } from '../screen.js';

/**
 * Presses a button whose form is refused: it is said beside the field, the summary leads to it, and what was
 * typed is kept.
 *
 * @param field name of the field that is at fault.
 * @param kept what was typed, by the names of the fields.
 */
export async function pressRefusedAt(
  screen: Screen,
  button: string,
  field: string,
  kept: Readonly<Record<string, string>> = {},
): Promise<void> {
  const status = await screen.pressRefused(button);
  if (status < 400) throw new Error(`“${button}” on ${screen.path} was answered with ${status}.`);
  const { page } = screen;
  for (const sign of [`[id="${field}-error"]`, `.govuk-error-summary a[href="#${field}"]`]) {
    if ((await page.locator(sign).count()) === 0) {
      throw new Error(`${screen.path} has no ${sign}; it says:\n${await screen.words()}`);
    }
  }
  for (const [name, value] of Object.entries(kept)) await requireKept(screen, name, value);
}

async function requireKept(screen: Screen, name: string, value: string): Promise<void> {
  const fields = screen.page.locator(`main [name="${name}"]`);
  const values = await fields.evaluateAll((all) =>
    (all as HTMLInputElement[])
      .filter(({ type, checked }) => (type !== 'radio' && type !== 'checkbox') || checked)
      .map((field) => field.value),
  );
  if (!values.includes(value)) throw new Error(`${name} was not kept: ${values.join() || 'empty'}`);
}

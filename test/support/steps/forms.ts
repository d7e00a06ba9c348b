import type { Response } from 'supertest';
import type { Visit } from '../browsing.js';

/** What somebody enters, by the names of the fields. */
export type Entered = Readonly<Record<string, string | readonly string[]>>;

/** Opens a page that must be there. @returns its HTML */
export async function read(visit: Visit, page: string): Promise<string> {
  const { status, text } = await visit.open(page);
  if (status !== 200) throw new Error(`${page} was answered with ${status}.`);
  return text;
}

/**
 * Opens a page, fills in its form that goes to `action`, and sends it with all that it carries unseen.
 *
 * @throws Error when the page offers no such form, or the form no such field
 */
export async function fillIn(
  visit: Visit,
  [page, action]: readonly [page: string, action: string],
  entered: Entered = {},
): Promise<Response> {
  const html = await read(visit, page);
  const form = formsOn(html).find((one) => one.action === action);
  if (!form) throw new Error(`${page} has no form that goes to ${action}.`);
  for (const name of Object.keys(entered)) {
    if (!html.includes(`name="${name}"`)) throw new Error(`${page} does not ask for ${name}.`);
  }
  return visit.send(action, { ...form.unseen, ...entered });
}

/** Fills in a form that is taken. @returns the path that the person is led to */
export async function send(
  visit: Visit,
  where: readonly [page: string, action: string],
  entered: Entered = {},
): Promise<string> {
  const { status, headers, text } = await fillIn(visit, where, entered);
  if (status === 303) return headers['location'] as string;
  throw new Error(`${where[1]} was answered with ${status}: ${faultsOn(text).join(' ')}`);
}

/** Whether a page offers a button or field with this name and value. */
export function offers(html: string, name: string, value: string): boolean {
  return html.includes(`name="${name}" value="${value}"`);
}

/** The words in the element with this id, without its markup; undefined where the page has none. */
export function wordsIn(html: string, id: string): string | undefined {
  const inside = new RegExp(`<(\\w+)[^>]* id="${id}"[^>]*>([\\s\\S]*?)</\\1>`).exec(html)?.[2];
  return inside === undefined ? undefined : plain(inside.replace(/<[^>]+>/g, ''));
}

function formsOn(html: string) {
  return [...html.matchAll(/<form[^>]* action="([^"]*)"[^>]*method="post"[\s\S]*?<\/form>/g)].map(
    ([form, action]) => ({ action: plain(action!), unseen: unseenIn(form) }),
  );
}

function unseenIn(form: string): Entered {
  const fields = form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  const values = new Map<string, string[]>();
  for (const [, name, value] of fields) {
    values.set(name!, [...(values.get(name!) ?? []), plain(value!)]);
  }
  const sent = [...values].map(([name, all]) => [name, all.length === 1 ? all[0]! : all] as const);
  return Object.fromEntries(sent);
}

function faultsOn(html: string): string[] {
  const summary = /govuk-error-summary[\s\S]*?<ul[^>]*>([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? '';
  return [...summary.matchAll(/<a[^>]*>([^<]+)</g)].map(([, fault]) => plain(fault!));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

function plain(html: string): string {
  return html.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity]!);
}

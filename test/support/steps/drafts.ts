import { type Entered, fillIn, read, send, wordsIn } from './forms.js';
import type { SignedIn } from './people.js';

/** The acknowledgement in public that the United Kingdom uses. */
export const ACKNOWLEDGEMENT = 'T-PUB-ACK-UK';

/** Makes a draft from a template, by the way that the drafts of the case offer. @returns its path */
export async function startsDraft(
  author: SignedIn,
  reference: string,
  template = ACKNOWLEDGEMENT,
  inputs: Entered = {},
): Promise<string> {
  const drafts = `/cases/${reference}/drafts`;
  const list = await read(author.visit, drafts);
  const offer = new RegExp(`href="(${drafts}/new\\?template=${template}[^"]*)"`).exec(list)?.[1];
  if (!offer) throw new Error(`${drafts} does not offer ${template}.`);
  const page = offer.replaceAll('&amp;', '&');
  return send(author.visit, [page, `${drafts}/new/${template}/own`], inputs);
}

/** The words in the box of a draft. */
export async function wordsOf(author: SignedIn, draft: string): Promise<string> {
  const words = wordsIn(await read(author.visit, draft), 'text');
  if (words === undefined) throw new Error(`${draft} cannot be written in.`);
  return words.trim();
}

/** Writes other words and has them checked. @returns the page with what the check says */
export async function writes(author: SignedIn, draft: string, text: string): Promise<string> {
  await send(author.visit, [draft, draft], { text, action: 'check' });
  return read(author.visit, draft);
}

/** Sends the words as they are for approval. */
export async function sendsForApproval(author: SignedIn, draft: string): Promise<void> {
  const text = await wordsOf(author, draft);
  await send(author.visit, [draft, draft], { text, action: 'submit' });
}

/** The sentences that a page asks about, one by one, as its boxes name them. */
export function sentencesAskedOn(html: string): string[] {
  return [...html.matchAll(/name="confirmed" type="checkbox" value="([0-9a-f]{64})"/g)].map(
    ([, hash]) => hash!,
  );
}

/** Finds a draft among those that wait, reads it, confirms each sentence that was typed, and approves it. */
export async function approves(approver: SignedIn, draft: string): Promise<void> {
  const page = `${draft}/approval`;
  const waiting = await read(approver.visit, '/approvals');
  if (!waiting.includes(`href="${page}"`)) throw new Error(`${draft} does not wait for approval.`);
  const confirmed = sentencesAskedOn(await read(approver.visit, page));
  const ticks: Entered = confirmed.length > 0 ? { confirmed } : {};
  await send(approver.visit, [page, page], { decision: 'approve', ...ticks });
}

/** Sends an approval past the page, as somebody would whom the page does not offer it. */
export async function triesToApprove(person: SignedIn, draft: string, textHash: string) {
  await person.visit.open('/help');
  return person.visit.send(`${draft}/approval`, { decision: 'approve', textHash });
}

/** Releases an approved text. */
export async function releases(author: SignedIn, draft: string): Promise<void> {
  await send(author.visit, [draft, `${draft}/release`]);
}

/** Records where and when a released text went. @returns how that was answered */
export function recordsPosting(author: SignedIn, draft: string, happenedOn: string, place: string) {
  return fillIn(author.visit, [draft, `${draft}/posting`], { way: 'posted', happenedOn, place });
}

/** Sends the words as they are for approval although the page offers no way to. */
export async function sendsPastThePage(author: SignedIn, draft: string) {
  const page = await read(author.visit, draft);
  const version = /name="version" value="(\d+)"/.exec(page)![1]!;
  const text = wordsIn(page, 'text')!;
  return author.visit.send(draft, { text, version, action: 'submit' });
}

import type { DeskNow, EditingDesk, PlaceLimit, WorkingCopy } from '#responses';
import { type ChangedWords, changedWords } from '../../views/changed-words.js';
import { formatDateTime, formatTime, plural } from '../../views/filters.js';
import { inOneForm, isSameText } from './same-text.js';

/** The words of the form: what was typed into one that is shown again. */
type Typed = Readonly<Record<string, unknown>>;

/** Who else is at work, a line for each. */
export function otherEditorsWords({ otherEditors }: Pick<EditingDesk, 'otherEditors'>): string[] {
  return otherEditors.map(
    ({ name, since }) => `${name} is editing this, since ${formatTime(since)}.`,
  );
}

/** Where typed words stand that are kept and not yet a version. */
function keptWords({ workingCopy }: Pick<EditingDesk, 'workingCopy'>): string {
  return workingCopy ? `Saved at ${formatTime(workingCopy.typedAt)}.` : 'This is the saved text.';
}

/** A desk in the words that its page shows. */
export function deskView(desk: DeskNow) {
  return { said: keptWords(desk), otherEditors: otherEditorsWords(desk), version: desk.version };
}

/** What a reader sees of the place where a text will stand; undefined where nothing is known of it. */
export function limitView(limit: PlaceLimit | undefined, text: string) {
  if (!limit) return undefined;
  const { most, platform, isVerified } = limit;
  const place = `The limit on ${platform} is ${isVerified ? '' : 'about '}${plural(most, 'character')}.`;
  const over = text.length - most;
  const counted = plural(text.length, 'character');
  return {
    most,
    place,
    counted: over > 0 ? `${counted}, ${over.toLocaleString('en-GB')} too many` : counted,
  };
}

/** What the editor shows of words that are not saved as a version. */
export interface UnsavedView {
  /** The words in the box. */
  readonly text: string;
  /** When they were typed, where they come from a working copy. */
  readonly typedAt: string | undefined;
  /** Whether the server holds them, so that a reload brings them back. */
  readonly isKept: boolean;
  /** Both texts, where another version was saved since these words were begun. */
  readonly change: ChangedWords | undefined;
}

/** Which words stand in the box: those of a refused form, else those that were kept, else those that are saved. */
export function unsavedView(
  {
    draft,
    workingCopy,
  }: {
    readonly draft: { readonly text: string; readonly version: number };
    readonly workingCopy?: WorkingCopy | undefined;
  },
  typed: Typed,
): UnsavedView {
  const isRefused = typeof typed['text'] === 'string';
  const copy = isRefused ? undefined : workingCopy;
  const text = isRefused ? inOneForm(String(typed['text'])) : (copy?.text ?? draft.text);
  const begunOn = isRefused ? Number(typed['version']) : (copy?.draftVersion ?? draft.version);
  const isOvertaken = begunOn !== draft.version && !isSameText(text, draft.text);
  return {
    text,
    typedAt: copy && formatDateTime(copy.typedAt),
    isKept: !isRefused,
    change: isOvertaken ? changedWords(inOneForm(draft.text), inOneForm(text)) : undefined,
  };
}

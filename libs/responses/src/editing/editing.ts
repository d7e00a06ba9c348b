import type { PersonId } from '#kernel';

/** What one person has typed into a draft and not saved as a version. */
export interface WorkingCopy {
  readonly text: string;
  /** Version of the draft whose words were being changed. */
  readonly draftVersion: number;
  readonly typedAt: Date;
}

/** Somebody else who is at work on a draft. */
export interface PresentEditor {
  readonly personId: PersonId;
  readonly name: string;
  readonly since: Date;
}

/** What stands at a draft while it is edited, for one person. */
export interface EditingDesk {
  /** Of this person; undefined where all that they typed is saved. */
  readonly workingCopy: WorkingCopy | undefined;
  /** Other people who are at work on it, the first to begin first. */
  readonly otherEditors: readonly PresentEditor[];
}

/** Milliseconds after the last sign of life until nobody is taken to be at work any more. */
export const PRESENCE_EXPIRES = 60_000;

/** Whether typed words are those that are saved, whatever blanks stand around them. */
export function isSaved(text: string, saved: { readonly text: string }): boolean {
  return text.trim() === saved.text.trim();
}

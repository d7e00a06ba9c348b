import { monthsAfter } from './civil-days.js';
import { SUPPORT_CONTACTS } from './data/support-contacts.js';
import type { Jurisdiction } from './jurisdiction.js';

/** The kinds of support, in the order in which a directory shows them. */
export const SUPPORT_KINDS = {
  emergency: 'In danger now',
  police: 'Police, where nobody is in danger',
  crisis: 'Somebody to talk to',
  citizens_advice: 'Your rights',
  practitioner_health: 'Health of doctors',
} as const;
export type SupportKind = keyof typeof SUPPORT_KINDS;

/** Somebody to call. `number` is as it is dialled and shown; empty where there is only a page. */
export interface SupportContact {
  readonly key: string;
  readonly who: string;
  readonly kind: SupportKind;
  readonly number: string;
  /** Ends a sentence that begins with "if". */
  readonly when: string;
  readonly nations: readonly Jurisdiction[];
  /** In words; empty where they are not known. */
  readonly hours: string;
  readonly link: string;
  /** `unverified`: from memory; nobody has called. */
  readonly status: 'seen' | 'unverified';
  readonly checkedOn: string;
}

/** What an organisation put in place of what is shipped. */
export interface SupportChange {
  readonly key: string;
  readonly number: string;
  readonly hours: string;
  readonly isShown: boolean;
  readonly checkedOn: string;
}

/** An entry as one organisation shows it. */
export interface ListedContact extends SupportContact {
  readonly isShown: boolean;
  /** Whether the organisation has looked at it itself. */
  readonly isOwn: boolean;
  /** Whether somebody should call once before anybody is sent there. */
  readonly needsCheck: boolean;
}

const MONTHS_TO_REVIEW = 6;

/** The entries of an organisation, those that it hides among them. @param on civil date of today. */
export function supportDirectory(
  changes: readonly SupportChange[],
  on: string,
): readonly ListedContact[] {
  const byKey = new Map(changes.map((change) => [change.key, change]));
  return SUPPORT_CONTACTS.map((contact) => listed(contact, byKey.get(contact.key), on));
}

function listed(
  contact: SupportContact,
  change: SupportChange | undefined,
  on: string,
): ListedContact {
  const { isShown = true, ...own } = change ?? {};
  const merged = { ...contact, ...own };
  const isOverdue = on > monthsAfter(merged.checkedOn, MONTHS_TO_REVIEW);
  return {
    ...merged,
    isShown,
    isOwn: change !== undefined,
    needsCheck: isOverdue || (change === undefined && contact.status === 'unverified'),
  };
}

/** Whether an entry leads anywhere. */
export function isLive({ isShown, number, link }: ListedContact): boolean {
  return isShown && (number !== '' || link !== '');
}

/** Whether a key is that of an entry. */
export function isSupportKey(key: string): boolean {
  return SUPPORT_CONTACTS.some((contact) => contact.key === key);
}

/**
 * Numbers for somebody in danger or distress. They are offered together: nobody in danger has to say first
 * where they are. As shipped: no organisation changes these.
 */
export const EMERGENCY_CONTACTS: readonly SupportContact[] = SUPPORT_CONTACTS.filter(
  ({ kind, number }) => number !== '' && ['emergency', 'police', 'crisis'].includes(kind),
);

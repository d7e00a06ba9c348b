import type { Id } from '#kernel';
import type { TemplateFacts } from './template-variables.js';

/** What a body publishes about itself; empty where it is not known. */
export interface BodyDetails {
  readonly name: string;
  readonly complaintsContact: string;
  readonly phone: string;
  readonly website: string;
  readonly address: string;
  readonly pressOffice: string;
  readonly dataProtectionContact: string;
  readonly complaintsAdvocacy: string;
  readonly complaintsOmbudsman: string;
  /** Up to fifty. */
  readonly supportServices: readonly string[];
  readonly adviceLine: string;
  readonly safeguardingLead: string;
}

/** A practice, hospital or trust in whose name texts go out. */
export interface PublishedBody extends BodyDetails {
  /** Null for the organisation itself. */
  readonly id: Id | null;
  readonly version: number;
}

/** What a template is told of the body. */
export function organisationFacts(body: PublishedBody): NonNullable<TemplateFacts['organisation']> {
  const { id: _id, version: _version, ...details } = body;
  return details;
}

/** Telephone numbers and e-mail addresses that stand in published details. */
export function contactsIn(body: BodyDetails): { phones: string[]; emails: string[] } {
  const { name: _name, supportServices, ...lines } = body;
  const all = [...Object.values(lines), ...supportServices].join('\n');
  return {
    phones: (all.match(/\+?\d[\d ()-]{7,20}\d/g) ?? []).map((found) => found.trim()),
    emails: all.split(/[\s<>,;:]+/).flatMap(emailIn),
  };
}

/** The address in a word, without the signs around it; none where the word has none. */
export function emailIn(word: string): string[] {
  const [box = '', behind = ''] = word.split('@');
  const host = /^.{1,190}[a-z]/i.exec(behind)?.[0];
  return box !== '' && host !== undefined ? [`${box.slice(-64)}@${host}`] : [];
}

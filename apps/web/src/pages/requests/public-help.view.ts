import { isLive, supportDirectory } from '#guidance';
import type { Organisation } from '#identity';
import { DO_NOT } from './start.view.js';

/** What helps somebody whom no organisation here advises. */
const DO = [
  'Keep a copy: a screenshot with the address, the date and the time.',
  'Stop notifications for it if reading it upsets you.',
  'Call your own medical defence organisation, and ask for a person who takes it on.',
];

const DISCLAIMER =
  'This is general guidance. It is not advice about your own case. For that, speak with your own defence organisation.';

const KINDS: ReadonlySet<string> = new Set(['crisis', 'citizens_advice', 'practitioner_health']);

/** The help that anybody may have: nothing that is for members is among it. @param today civil date. */
export function publicHelp(organisations: readonly Organisation[], today: string) {
  return {
    doNot: DO_NOT,
    dos: DO,
    organisations: organisations.flatMap(({ name, kind, contacts }) =>
      kind === 'mdo' && contacts.membershipLine
        ? [{ name, membershipLine: contacts.membershipLine }]
        : [],
    ),
    contacts: supportDirectory([], today)
      .filter((contact) => isLive(contact) && KINDS.has(contact.kind))
      .map(({ who, when, number, link, needsCheck }) => ({
        who,
        when,
        // A number from memory sends nobody anywhere.
        number: needsCheck ? '' : number,
        link,
      })),
    disclaimer: DISCLAIMER,
  };
}

import type { Jurisdiction } from '#deadlines';
import { jurisdictionPack } from '#guidance';

/** What the law of defamation asks in a nation: how long there is, what has to be shown, and which notice there is. */
export function courtNotes(nation: Jurisdiction): readonly string[] {
  const { name, courts } = jurisdictionPack(nation);
  const notice = courts.operatorNotice
    ? 'A site can be given a notice under section 5 of the Defamation Act 2013.'
    : 'There is no notice under section 5 here: that Act is the law of England and Wales.';
  return [`${name}: ${lower(courts.limitation)}. ${courts.seriousHarm}. ${notice}`];
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

import type { Actor } from '#identity';
import type { DraftFile } from '#responses';
import { changedWords } from '../../views/changed-words.js';
import { formatDateTime } from '../../views/filters.js';

/**
 * What is new in a draft since its reader decided about it, or else the last who did; undefined where nobody has, and
 * where the words are the same.
 */
export function changedSince({ draft, readBefore, names }: DraftFile, { personId }: Actor) {
  if (!readBefore || readBefore.text === draft.text) return undefined;
  const { decision, ruledBy, ruledAt, text } = readBefore;
  const isOwn = ruledBy === personId;
  const name = names.get(ruledBy) ?? 'somebody';
  const who = isOwn ? 'you' : name;
  return {
    heading: `What the author has changed since ${isOwn ? 'you read it' : `${name} ${decision} it`}`,
    when: `${isOwn ? 'You' : name} ${decision} it on ${formatDateTime(ruledAt)}.`,
    before: `The words that ${who} read`,
    change: changedWords(text, draft.text),
  };
}

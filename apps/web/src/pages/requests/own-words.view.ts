import type { OwnWords } from '#responses';
import { formatDateTime } from '../../views/filters.js';
import { AUDIENCE_WORDS } from '../drafts/draft-words.js';

/**
 * Words in the doctor's name, with what was answered.
 *
 * @param typed what the refused form held. It is shown again beside the words that it was about; where those are
 *   others by now, beside the first that wait.
 */
export function ownWordsViews(
  reference: string,
  words: readonly OwnWords[],
  typed: Readonly<Record<string, unknown>>,
) {
  const waiting = words.filter(({ answer }) => answer === null);
  const meant = waiting.find(({ textHash }) => textHash === typed['textHash']) ?? waiting[0];
  return words.map((one) => ({ ...ownWordsView(reference, one), isMeant: one === meant }));
}

function ownWordsView(
  reference: string,
  { id, title, audience, text, textHash, answer, answeredAt }: OwnWords,
) {
  const isPublished = audience === 'public';
  return {
    id,
    title,
    text,
    textHash,
    action: `/my/requests/${reference}/words/${id}`,
    waits: answer === null,
    agreed: answeredAt && formatDateTime(answeredAt),
    asked: isPublished
      ? 'These are the words that would be published in your name. Nothing is sent until you agree.'
      : 'These are the words that would be sent in your name. Nothing is sent until you agree.',
    readers: AUDIENCE_WORDS[audience],
  };
}

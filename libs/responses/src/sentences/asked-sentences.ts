import { type CompiledFacts, knownSafeKind, sentenceHash, sentencesOf } from '#confidentiality';
import { DomainError, type PersonId } from '#kernel';

/** A sentence of typed public text that is confirmed by itself. */
export interface AskedSentence {
  /** SHA-256 of its words in UTF-8, lower-case hex. */
  readonly hash: string;
  readonly text: string;
}

/** Who has confirmed a sentence, when, and in which version of the draft. */
export interface Confirmation {
  readonly sentenceHash: string;
  readonly confirmedBy: PersonId;
  readonly confirmedAt: Date;
  readonly draftVersion: number;
}

/** A sentence that is asked about, with what was confirmed of it. */
export interface SentenceToConfirm extends AskedSentence {
  readonly confirmations: readonly Confirmation[];
}

/**
 * The sentences of a text that nobody has approved and the known-safe grammar does not know, each once, in their order.
 * What the guard does not understand is asked about, so that it never leaves unseen.
 *
 * @param approved hashes of the sentences that stand unchanged in the text's own template, or that it renders.
 * @param own facts of the organisation alone: what the case holds must not show in what is asked.
 */
export function askedSentences(
  text: string,
  { approved, own }: { readonly approved: ReadonlySet<string>; readonly own: CompiledFacts },
): AskedSentence[] {
  const byHash = new Map(sentencesOf(text).map((words) => [sentenceHash(words), words]));
  return [...byHash]
    .filter(([hash, words]) => !approved.has(hash) && knownSafeKind(words, own) === undefined)
    .map(([hash, words]) => ({ hash, text: words }));
}

/** Whether a person has confirmed a sentence. Nobody confirms for another. */
export function hasConfirmed({ confirmations }: SentenceToConfirm, personId: PersonId): boolean {
  return confirmations.some(({ confirmedBy }) => confirmedBy === personId);
}

/** @throws SentencesNotConfirmed where one is left that this person has not confirmed */
export function assertConfirmed(sentences: readonly SentenceToConfirm[], personId: PersonId): void {
  const left = sentences.filter((sentence) => !hasConfirmed(sentence, personId));
  if (left.length > 0) throw new SentencesNotConfirmed(left);
}

/** The approver has not yet said of each typed sentence that it may be read by everybody. */
export class SentencesNotConfirmed extends DomainError {
  override readonly name = 'SentencesNotConfirmed';
  constructor(left: readonly AskedSentence[]) {
    const message =
      left.length === 1
        ? 'Confirm the sentence that was typed by hand, or return the draft'
        : `Confirm each sentence that was typed by hand: ${left.length} are left`;
    const sentences = left.map(({ hash }) => hash);
    super('invalid', 'sentences-not-confirmed', message, [{ field: 'confirmed', message }], {
      sentences,
    });
  }
}

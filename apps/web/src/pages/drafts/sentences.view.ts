import type { Actor } from '#identity';
import { type DraftFile, hasConfirmed } from '#responses';
import { formatDateTime } from '../../views/filters.js';

/** Who has confirmed a sentence, and when. */
type ConfirmedBy = readonly { readonly name: string; readonly at: Date }[];

/** A sentence that is asked about, for a list: its words, and who has confirmed it so far. */
export function askedSentence(text: string, confirmedBy: ConfirmedBy) {
  const said = confirmedBy.map(({ name, at }) => `${name}, ${formatDateTime(at)}`);
  return { text, confirmed: said.join('; ') };
}

/** The sentences of a draft that whoever approves it is asked about. */
export function askedOn(file: DraftFile) {
  return file.sentences.map(({ text, ...sentence }) =>
    askedSentence(text, confirmedBy(file, sentence)),
  );
}

/** The same for the one who decides: a box for each that this person has not confirmed, and a line for the others. */
export function sentencesFor(file: DraftFile, reader: Actor) {
  return splitSentences(
    file.sentences.map((sentence) => ({
      ...sentence,
      confirmedBy: confirmedBy(file, sentence),
      isConfirmedByReader: hasConfirmed(sentence, reader.personId),
    })),
  );
}

export function splitSentences(
  sentences: readonly {
    readonly hash: string;
    readonly text: string;
    readonly confirmedBy: ConfirmedBy;
    readonly isConfirmedByReader: boolean;
  }[],
) {
  return {
    toConfirm: sentences
      .filter(({ isConfirmedByReader }) => !isConfirmedByReader)
      .map(({ hash, text }) => ({ value: hash, text })),
    confirmed: sentences
      .filter(({ isConfirmedByReader }) => isConfirmedByReader)
      .map((sentence) => askedSentence(sentence.text, sentence.confirmedBy)),
  };
}

function confirmedBy(
  { names }: DraftFile,
  { confirmations }: Pick<DraftFile['sentences'][number], 'confirmations'>,
): ConfirmedBy {
  return confirmations.map((one) => ({
    name: names.get(one.confirmedBy) ?? 'Somebody',
    at: one.confirmedAt,
  }));
}

import type { Actor } from '#identity';
import { can } from '#identity';
import { ACCEPTANCE_WAYS, type AcceptanceWay, awaitsDoctor, type DraftFile } from '#responses';
import { formatDate, formatDateTime } from '../../views/filters.js';

const WAYS: Record<AcceptanceWay, string> = {
  telephone: 'By telephone',
  'in-person': 'In person',
  'e-mail': 'By e-mail',
  letter: 'By letter',
};

/** Where the doctor's word stands on a text in their name; undefined for all other texts. */
export function acceptanceView(file: DraftFile, actor: Actor) {
  const { draft, found, doctorAnswersHere } = file;
  if (!draft.isDoctorsWords) return undefined;
  const waits = awaitsDoctor(draft);
  return {
    waits,
    text: stateWords(file),
    canRecord: waits && !doctorAnswersHere && found.state === 'open' && can(actor, 'draft:write'),
    ways: ACCEPTANCE_WAYS.map((value) => ({ value, text: WAYS[value] })),
  };
}

function stateWords(file: DraftFile): string {
  const { draft, acceptance, doctorAnswersHere } = file;
  if (draft.acceptedHash !== null) return agreedWords(file);
  if (draft.state === 'returned' && acceptance?.answer === 'change') {
    return `The doctor asked for other words on ${formatDateTime(acceptance.answeredAt)}.`;
  }
  if (!awaitsDoctor(draft)) {
    return 'It goes out in the doctor’s own name. Once it is approved, the doctor is asked for the exact words.';
  }
  return doctorAnswersHere
    ? 'It waits for the doctor, who has been told and reads it on the page of their request.'
    : 'It waits for the doctor, who has no page here. Read them the exact words. If they agree, record it; if they want other words, change the text, which is then approved again.';
}

function agreedWords({ acceptance, names }: DraftFile): string {
  if (!acceptance?.way || acceptance.way === 'own-page') {
    return `The doctor agreed to exactly these words on ${formatDateTime(acceptance?.answeredAt)}.`;
  }
  const { way, agreedOn, answeredBy, proof } = acceptance;
  const by = (answeredBy && names.get(answeredBy)) ?? 'somebody';
  return `The doctor agreed to exactly these words on ${formatDate(agreedOn)}. ${WAYS[way]}, recorded by ${by}: ${proof}`;
}

import { type Actor, can } from '#identity';
import { rulesOn, stateWords, type Worksheet, type WorksheetFile } from '#referrals';
import type { PageView } from '../../http/page-renderer.js';
import { formatDateTime } from '../../views/filters.js';
import { listOf, type WorksheetFrame } from './worksheet-frames.js';
import { answerRows } from './worksheet-words.js';

/** A whole worksheet to read and print, with the form that signs it off for whoever may. */
export function signOffView(
  file: WorksheetFile & { worksheet: Worksheet },
  frame: WorksheetFrame,
  actor: Actor,
): PageView {
  const { kind, worksheet, found, missing, stops } = file;
  const isOpen = worksheet.state === 'open' && found.state === 'open';
  const base = `${listOf(frame.reference)}/${kind.id}`;
  return {
    page: { title: kind.title, caption: frame.reference },
    ...frame,
    base,
    state: stateWords(kind, worksheet.state),
    sections: [
      ...answerRows(kind, 'before', worksheet.answers, frame),
      ...(worksheet.signedAt ? answerRows(kind, 'after', worksheet.answers, frame) : []),
    ],
    rules: rulesOn(kind, worksheet),
    facts: signatureFacts(file),
    missing: isOpen ? [...missing, ...stops] : [],
    signing: isOpen && signingOf(file, actor),
    canWithdraw:
      found.state === 'open' &&
      can(actor, 'worksheet:write') &&
      (!worksheet.signedAt || can(actor, kind.signOff.right)),
    version: String(worksheet.version),
  };
}

/** Who signs, and whether it is this person. */
function signingOf({ kind, worksheet }: WorksheetFile & { worksheet: Worksheet }, actor: Actor) {
  const { right, by, needsOther = false, decisions = [] } = kind.signOff;
  const isAuthor = needsOther && worksheet.authors.includes(actor.personId);
  return { by, needsOther, isAuthor, decisions, isAllowed: can(actor, right) && !isAuthor };
}

function signatureFacts({ kind, worksheet }: WorksheetFile & { worksheet: Worksheet }) {
  if (!worksheet.signedAt) return [];
  const decided = kind.signOff.decisions?.find(({ value }) => value === worksheet.decision);
  return [
    {
      key: 'Signed off by',
      text: `${worksheet.signedByName}, ${formatDateTime(worksheet.signedAt)}`,
    },
    ...(decided
      ? [
          { key: 'Decision', text: decided.text },
          { key: 'Reason', text: worksheet.decisionReason },
        ]
      : []),
    { key: 'Who saw it otherwise', text: worksheet.dissent || 'Nobody' },
  ];
}

import { HEARING_KINDS, type HearingForDoctor } from '#cases';
import { formatDate, formatDateTime } from '../../views/filters.js';

/** What a doctor is told of a hearing: what is known, what it means, and that nobody leaves them alone with it. */
export function hearingWords(hearing: HearingForDoctor): {
  title: string;
  lines: readonly string[];
} {
  const title = HEARING_KINDS[hearing.kind].text;
  switch (hearing.state) {
    case 'held':
      return { title, lines: ['It was held. Your adviser talks with you about what comes next.'] };
    case 'adjourned':
      return {
        title,
        lines: [
          'It was put off, and there is no new day yet. That happens often and says nothing about how it will end.',
          'You need do nothing now. We tell you when there is a day.',
        ],
      };
    default:
      return { title, lines: listedLines(hearing) };
  }
}

function listedLines({ beginsAt, endsOn, venue, isPublic, representative }: HearingForDoctor) {
  const until = endsOn ? `, and may go on until ${formatDate(endsOn)}` : '';
  return [
    `It begins on ${formatDateTime(beginsAt)}${until}. Where: ${venue}.`,
    isPublic
      ? 'It is held in public, so others may listen or report on it. We talk with you beforehand about what that means.'
      : 'It is held in private.',
    representative
      ? `${representative} represents you and prepares it with you.`
      : 'We are finding somebody to represent you.',
    'You need do nothing on your own now. Please do not speak or write about it to anybody before we have talked.',
  ];
}

import {
  type Answer,
  type Answers,
  isShown,
  type Question,
  sectionsAt,
  type WorksheetKind,
} from '#referrals';
import { formatDate } from '../../views/filters.js';
import type { WorksheetFrame } from './worksheet-frames.js';

/** The answers of a stage to read: by section, each question with its answer in words. */
export function answerRows(
  kind: WorksheetKind,
  stage: 'before' | 'after',
  answers: Answers,
  frame: WorksheetFrame,
) {
  return sectionsAt(kind, stage)
    .map(({ title, questions }) => ({
      title,
      facts: questions
        .filter((question) => isShown(kind, question, answers))
        .map((question) => ({
          key: question.label,
          text: answerWords(question, answers[question.id], frame) || 'Not answered',
        })),
    }))
    .filter(({ facts }) => facts.length > 0);
}

/** An answer in words; empty where there is none. */
export function answerWords(
  question: Question,
  answer: Answer | undefined,
  { people }: Pick<WorksheetFrame, 'people'>,
): string {
  const values = [answer ?? []].flat();
  return values.map((value) => valueWords(question, value, people)).join('; ');
}

function valueWords(
  { type, options = [] }: Question,
  value: string,
  people: WorksheetFrame['people'],
): string {
  switch (type) {
    case 'yes-no':
      return value === 'yes' ? 'Yes' : 'No';
    case 'date':
      return formatDate(value);
    case 'date-time':
      return `${formatDate(value.slice(0, 10))}, ${value.slice(11)}`;
    case 'person':
      return people.find((person) => person.value === value)?.text ?? 'Somebody who has left';
    default:
      return options.find((option) => option.value === value)?.text ?? value;
  }
}

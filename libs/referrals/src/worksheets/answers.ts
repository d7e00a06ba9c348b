import { isCivilDate } from '#deadlines';
import { type FieldFault, isId } from '#kernel';
import {
  type AnswerIs,
  type CaseAtSigning,
  type Missing,
  type Question,
  questionsOf,
  type WorksheetKind,
  type WorksheetSection,
} from './kind.js';

/** An answer: text, value, `yes` or `no`, civil date, `2026-11-25T09:30`, id of a person; several values as a list. */
export type Answer = string | readonly string[];
/** Answers by the id of their question; what is not answered is not there. */
export type Answers = Readonly<Record<string, Answer>>;

/** Longest answers, in UTF-16 code units. */
export const LINE_LENGTH = 300;
export const TEXT_LENGTH = 10_000;

/** What answers are read against. */
export interface ReadingOf {
  /** Day and time on the clock on the wall of the case's nation: `2026-11-25T09:30`. */
  readonly now: string;
  /** Ids of those who can be named. */
  readonly people: readonly string[];
}

const WALL_CLOCK = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d$/;
/** Characters that are never text: controls other than tab and line breaks, and halves of characters. */
const NOT_TEXT = /(?![\t\n\r])\p{Cc}|\p{Surrogate}/u;

/** Answers as they were given, read by the questions of a kind. Empty ones are taken away. */
export function readAnswers(
  questions: readonly Question[],
  given: Readonly<Record<string, Answer>>,
  reading: ReadingOf,
): { answers: Answers; cleared: readonly string[]; faults: readonly FieldFault[] } {
  const known = new Map(questions.map((question) => [question.id, question]));
  const answers: Record<string, Answer> = {};
  const [cleared, faults]: [string[], FieldFault[]] = [[], []];
  for (const [id, value] of Object.entries(given)) {
    const question = known.get(id);
    const tidy = tidied(value);
    const message = question
      ? faultOf(question, tidy, reading)
      : 'This worksheet does not ask that now';
    if (message) faults.push({ field: id, message });
    else if (tidy.length === 0) cleared.push(id);
    else answers[id] = question?.type === 'choices' ? [tidy].flat() : tidy;
  }
  return { answers, cleared, faults };
}

/** Whether a condition on the answers holds. */
export function holds({ question, is }: AnswerIs, answers: Answers): boolean {
  const wanted = new Set([is].flat());
  return [answers[question] ?? []].flat().some((value) => wanted.has(value));
}

/** Whether a question is asked, the answers being what they are. */
export function isShown(kind: WorksheetKind, question: Question, answers: Answers): boolean {
  if (!question.shownIf) return true;
  const { shownIf } = question;
  const before = questionsOf(kind).find(({ id }) => id === shownIf.question);
  return !!before && isShown(kind, before, answers) && holds(shownIf, answers);
}

/** The answers that count: those to questions that are asked. */
export function countingAnswers(kind: WorksheetKind, answers: Answers): Answers {
  const shown = questionsOf(kind).filter((question) => isShown(kind, question, answers));
  return Object.fromEntries(
    shown.flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]])),
  );
}

/** What is missing before sign-off, each item in words. */
export function missingForSignOff(kind: WorksheetKind, answers: Answers): readonly Missing[] {
  const questions = questionsAt(kind, 'before').filter((question) =>
    isShown(kind, question, answers),
  );
  const unanswered = questions.filter(
    ({ id, isRequired }) => isRequired && answers[id] === undefined,
  );
  const besides = kind.signOff.check?.(countingAnswers(kind, answers)) ?? [];
  return [
    ...unanswered.map(({ id, label }) => ({ question: id, text: label })),
    ...besides.filter(({ question }) => !unanswered.some(({ id }) => id === question)),
  ];
}

/** What of the case itself stands in the way of a sign-off, each item in words. */
export function stopsOf(
  kind: WorksheetKind,
  found: CaseAtSigning,
  answers: Answers,
): readonly Missing[] {
  return kind.signOff.stops?.(found, countingAnswers(kind, answers)) ?? [];
}

/** The sections of a stage. */
export function sectionsAt(
  kind: WorksheetKind,
  stage: 'before' | 'after',
): readonly WorksheetSection[] {
  return kind.sections.filter((section) => (section.stage ?? 'before') === stage);
}

/** The questions of a stage. */
export function questionsAt(kind: WorksheetKind, stage: 'before' | 'after'): readonly Question[] {
  return sectionsAt(kind, stage).flatMap(({ questions }) => questions);
}

function tidied(value: Answer): Answer {
  if (typeof value !== 'string') return value.filter((each) => each !== '');
  return value.normalize('NFC').replaceAll('\r\n', '\n').trim();
}

function faultOf(question: Question, value: Answer, reading: ReadingOf): string | undefined {
  if (question.type === 'choices') return choicesFault(question, [value].flat());
  if (typeof value !== 'string') return 'Give one answer';
  return value === '' ? undefined : oneFault(question, value, reading);
}

function oneFault(question: Question, value: string, reading: ReadingOf): string | undefined {
  switch (question.type) {
    case 'line':
      return value.includes('\n') ? 'Write it in one line' : textFault(value, LINE_LENGTH);
    case 'text':
      return textFault(value, TEXT_LENGTH);
    case 'yes-no':
      return value === 'yes' || value === 'no' ? undefined : 'Choose yes or no';
    case 'date':
      return dayFault(question, isCivilDate(value), value > reading.now.slice(0, 10));
    case 'date-time':
      return dayFault(question, isWallClock(value), value > reading.now);
    case 'person':
      return isId(value) && reading.people.includes(value)
        ? undefined
        : 'Choose somebody who works on cases';
    default:
      return choicesFault(question, [value]);
  }
}

function choicesFault({ options = [] }: Question, values: readonly string[]): string | undefined {
  const offered = new Set(options.map(({ value }) => value));
  return values.every((value) => value === '' || offered.has(value))
    ? undefined
    : 'Choose from the list';
}

function textFault(value: string, most: number): string | undefined {
  if (value.length > most) return `Use ${most.toLocaleString('en-GB')} characters or fewer`;
  return NOT_TEXT.test(value) ? 'It has characters that cannot be kept' : undefined;
}

function dayFault({ isPast }: Question, isReal: boolean, isAhead: boolean): string | undefined {
  if (!isReal) return 'Enter a real date';
  return isPast && isAhead ? 'Enter a date that is not in the future' : undefined;
}

function isWallClock(value: string): boolean {
  const day = WALL_CLOCK.exec(value)?.[1];
  return day !== undefined && isCivilDate(day);
}

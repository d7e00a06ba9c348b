import { type Answer, type Answers, countingAnswers } from './answers.js';
import { type Question, questionsOf, type WorksheetKind } from './kind.js';

/** What a worksheet already says of something that a draft asks for again. */
export interface Prefill {
  /** Field of the draft: `inputs.words`, `facts.complaint.receivedOn`. */
  readonly field: string;
  /** As it is filled in: days as civil dates, choices in their words. */
  readonly value: string;
  /** Id and title of the kind that it comes from, and the question that was answered there. */
  readonly kind: string;
  readonly title: string;
  readonly question: string;
}

/**
 * What the answers of a worksheet fill in a draft from a template. Never what is sealed: it is put into a text by a
 * person who reads it for that.
 */
export function prefillsOf(kind: WorksheetKind, answers: Answers, template: string): Prefill[] {
  const counting = countingAnswers(kind, answers);
  const questions = new Map(questionsOf(kind).map((question) => [question.id, question]));
  return (kind.fills ?? [])
    .filter(({ templates }) => templates.includes(template))
    .flatMap(({ field, question: id }) => {
      const [question, answer] = [questions.get(id), counting[id]];
      if (!question || question.isSensitive || answer === undefined) return [];
      const from = { kind: kind.id, title: kind.title, question: question.label };
      return [{ field, value: valueOf(question, answer), ...from }];
    });
}

function valueOf({ type, options = [] }: Question, answer: Answer): string {
  if (type === 'date-time') return String(answer).slice(0, 10);
  if (type !== 'choice' && type !== 'choices') return String(answer);
  return [answer]
    .flat()
    .map((value) => options.find((option) => option.value === value)?.text ?? value)
    .join('; ');
}

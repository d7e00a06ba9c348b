import { type Permission, scopeOfActor, SignInService } from '#identity';
import { Transactions } from '#platform';
import {
  type Answer,
  type Answers,
  isShown,
  missingForSignOff,
  type Question,
  questionsOf,
  sectionsAt,
  type WorksheetKind,
} from '#referrals';
import type { TestPerson } from './given.js';
import type { TestApp } from './test-app.js';

/** The same person with rights granted by name. */
export async function grantedByName(
  test: TestApp,
  person: TestPerson,
  rights: readonly Permission[],
): Promise<TestPerson> {
  const { personId, organisationId } = person.actor;
  await test.app
    .get(Transactions)
    .run(scopeOfActor(person.actor), () =>
      test.app
        .get(Transactions)
        .query('update person set extra_rights = $3 where organisation_id = $1 and id = $2', [
          organisationId,
          personId,
          rights,
        ]),
    );
  const actor = await test.app.get(SignInService).findPerson(personId);
  return { ...person, actor: actor! };
}

/**
 * Answers under which a kind can be signed off: every required question is answered, and where a rule of the kind
 * still misses something, its question gets the next of its options until nothing is missing.
 *
 * @throws Error naming what stays missing, so that a kind that can never be signed off is found.
 */
export function completeAnswers(kind: WorksheetKind, personId: string): Answers {
  const answers: Record<string, Answer> = {};
  const tries = new Map<string, number>();
  const isEmail = ({ id, type }: Question): boolean => type === 'line' && /email/i.test(id);
  for (let round = 0; round < 200; round += 1) {
    const [missing] = missingForSignOff(kind, answers);
    if (!missing) return answers;
    const question = questionsOf(kind).find(({ id }) => id === missing.question);
    if (!question) throw new Error(`${kind.id} misses ${missing.question}, which it never asks`);
    const turn = tries.get(question.id) ?? 0;
    tries.set(question.id, turn + 1);
    answers[question.id] = isEmail(question)
      ? 'doctor@practice.example'
      : anAnswer(question, personId, turn);
  }
  throw new Error(
    `${kind.id} is never complete: ${JSON.stringify(missingForSignOff(kind, answers))}`,
  );
}

/** Answers to the questions of a stage that are asked once these are given. */
export function answersAfter(kind: WorksheetKind, answers: Answers, personId: string): Answers {
  const questions = sectionsAt(kind, 'after').flatMap((section) => section.questions);
  const asked = questions.filter((question) => isShown(kind, question, answers));
  return Object.fromEntries(asked.map((one) => [one.id, anAnswer(one, personId, 0)]));
}

function anAnswer(
  { type, options = [], isPast }: Question,
  personId: string,
  turn: number,
): Answer {
  const option = options[turn % Math.max(options.length, 1)]?.value ?? '';
  switch (type) {
    case 'choice':
      return option;
    case 'choices':
      return [option];
    case 'yes-no':
      return turn % 2 === 0 ? 'yes' : 'no';
    case 'date':
      return isPast ? '2026-01-06' : '2199-01-07';
    case 'date-time':
      return isPast ? '2026-01-06T09:30' : '2199-01-07T09:30';
    case 'person':
      return personId;
    default:
      return 'Some <b>words</b> & more';
  }
}

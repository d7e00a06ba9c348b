import { dayIn, daysBetween } from '#deadlines';
import { type Facts, readFacts } from '#triage';
import type { Case, Incident } from '../case.js';

/** Counted from the day of the post, so it moves on by itself. */
export const AGE_OF_POST = 'first_published_days_ago';

/** Where the case itself holds a fact: answered in triage, it is put right on the case. */
const HELD_BY_CASE = {
  direction: 'direction',
  incident_kind: 'kind',
  jurisdiction: 'jurisdiction',
  setting: 'setting',
  platform: 'platform',
  visibility: 'visibility',
} as const satisfies Readonly<Record<string, keyof Incident>>;

/** The facts that are kept on the case and never among the answers. */
export const FACTS_HELD_BY_CASE: readonly string[] = Object.keys(HELD_BY_CASE);

/**
 * What is known of a case: its own facts as they stand now, and what was answered besides.
 *
 * A stored answer that the rules do not know any more is left out.
 *
 * @param answered facts by name as they were stored; those that the case holds are the case's.
 * @param now the age of the post is counted up to this instant.
 */
export function knownFacts(found: Case, answered: Facts, now: Date): Facts {
  const own = Object.entries(HELD_BY_CASE).map(([fact, column]) => [fact, found[column]] as const);
  return readable({ ...answered, ...ageOfPost(found, now), ...Object.fromEntries(own) });
}

/** What answers say of the case itself and the case does not say yet, by the columns of the case. */
export function ownChanges(found: Case, answered: Facts): Partial<Incident> {
  const told = Object.entries(HELD_BY_CASE)
    .filter(([fact]) => Object.hasOwn(answered, fact))
    .map(([fact, column]) => [column, answered[fact]] as const);
  return Object.fromEntries(told.filter(([column, value]) => found[column] !== value));
}

/** The answers that are kept beside a case: without what the case says of itself. */
export function answersBeside(found: Case, answered: Facts): Facts {
  const held = new Set(FACTS_HELD_BY_CASE);
  if (found.postedOn !== null) held.add(AGE_OF_POST);
  return Object.fromEntries(Object.entries(answered).filter(([name]) => !held.has(name)));
}

/** The day in the jurisdiction of a case. */
export function dayOf({ jurisdiction }: Pick<Case, 'jurisdiction'>, now: Date): string {
  return dayIn(now, jurisdiction);
}

/** The day whose editions are cited: of the post, else when it was seen; never a day to come. */
export function dateOfPost(found: Case, now: Date): string {
  const [day, today] = [found.postedOn ?? found.seenOn, dayOf(found, now)];
  return day < today ? day : today;
}

function ageOfPost(found: Case, now: Date): Facts {
  if (found.postedOn === null) return {};
  return { [AGE_OF_POST]: Math.max(0, daysBetween(found.postedOn, dayOf(found, now))) };
}

function readable(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => readFacts({ [name]: value }).ok),
  );
}

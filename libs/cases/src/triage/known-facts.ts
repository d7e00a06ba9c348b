import { civilDateIn, daysBetween, isJurisdiction, zoneOf } from '#deadlines';
import { type Facts, readFacts } from '#triage';
import type { Case } from '../case.js';

/** Counted from the day of the post, so it moves on by itself. */
export const AGE_OF_POST = 'first_published_days_ago';

/**
 * What a case says of itself, as facts of triage; what was answered since goes before it.
 *
 * A stored answer that the rules do not know any more is left out.
 *
 * @param answered facts by name as they were stored.
 * @param now the age of the post is counted up to this instant.
 */
export function knownFacts(found: Case, answered: Facts, now: Date): Facts {
  const { direction, kind, jurisdiction, setting, platform, visibility } = found;
  const known = { direction, incident_kind: kind, jurisdiction, setting, platform, visibility };
  return readable({ ...known, ...ageOfPost(found, now), ...answered });
}

/** The day in the jurisdiction of a case. */
export function dayOf(found: Pick<Case, 'jurisdiction'>, now: Date): string {
  const { jurisdiction } = found;
  return civilDateIn(now, zoneOf(isJurisdiction(jurisdiction) ? jurisdiction : 'england'));
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

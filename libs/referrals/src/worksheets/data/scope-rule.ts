import type { Answers } from '../answers.js';
import type { RuleWord } from '../kind.js';

/** Where the person was who had advice or was treated; `overseas` is anywhere outside the five nations. */
export const PERSON_PLACES = [
  { value: 'nobody', text: 'Nobody was advised or treated' },
  { value: 'england', text: 'England' },
  { value: 'wales', text: 'Wales' },
  { value: 'scotland', text: 'Scotland' },
  { value: 'northern_ireland', text: 'Northern Ireland' },
  { value: 'ireland', text: 'Ireland' },
  { value: 'overseas', text: 'Another country' },
  { value: 'unknown', text: 'Not known' },
] as const;

/** What the doctor may ask help with. */
export const HELP_WANTED = [
  { value: 'advice', text: 'Advice' },
  { value: 'regulator', text: 'Help with a regulator' },
  { value: 'employer', text: 'Help with an employer' },
  { value: 'defence', text: 'Defence of a claim made against them' },
  { value: 'action', text: 'Funding of legal action of their own' },
  { value: 'support', text: 'Counselling or support' },
] as const;
type Help = (typeof HELP_WANTED)[number]['value'];

/** What a rule says of one matter, before a person decides. */
export type ScopeOutcome = 'in-scope' | 'out-of-scope' | 'committee';

/** One matter and what the rule says of it. */
export interface ScopeOfMatter {
  readonly matter: Help;
  readonly outcome: ScopeOutcome;
  readonly why: string;
}

const OUTCOME_WORDS: Record<ScopeOutcome, string> = {
  'in-scope': 'Usually in scope',
  'out-of-scope': 'Usually out of scope',
  committee: 'A question for the committee',
};

const PUBLISHED: Readonly<Record<string, string>> = {
  published: 'Claims that come from something published are unlikely to be assisted.',
  commercial: 'Claims that come from commercial work are unlikely to be assisted.',
  personal: 'Claims that come from private life are unlikely to be assisted.',
};

/**
 * What the rules say of each matter that help is asked with. The same facts may have two outcomes: a claim that comes
 * from a post is unlikely to be assisted, the regulator's questions about that post usually are.
 *
 * @param answers of the indemnity scope check, those that count.
 * @source Davies and Walshe, Medical Protection, “Staying safe on social media” (S.mps_ie); S.themis on funding an action
 */
export function scopeOf(answers: Answers): readonly ScopeOfMatter[] {
  const wanted = new Set([answers['helpWanted'] ?? []].flat());
  return HELP_WANTED.filter(({ value }) => wanted.has(value)).map(({ value }) => ({
    matter: value,
    ...outcomeOf(value, answers),
  }));
}

/** The same in words. */
export function scopeWords(answers: Answers): readonly RuleWord[] {
  return scopeOf(answers).map(({ matter, outcome, why }) => ({
    about: HELP_WANTED.find(({ value }) => value === matter)!.text,
    says: OUTCOME_WORDS[outcome],
    why,
  }));
}

/** Why a decision cannot stand on these answers; one that departs from the rule needs the reason for it. */
export function scopeBar(answers: Answers, decision: string): string | undefined {
  const outcomes = scopeOf(answers);
  const has = (outcome: ScopeOutcome) => outcomes.some((one) => one.outcome === outcome);
  if (has('committee')) {
    return decision === 'committee'
      ? undefined
      : 'This goes to the committee: see what the rules say';
  }
  if (answers['departure'] !== undefined) return undefined;
  if (decision === 'out-of-scope' && has('in-scope')) {
    return 'Part of it is usually in scope. Decide it in part, or say why you depart from the rule';
  }
  if (decision === 'in-scope' && has('out-of-scope')) {
    return 'Part of it is usually out of scope. Decide it in part, or say why you depart from the rule';
  }
  return undefined;
}

function outcomeOf(
  matter: Help,
  { personPlace, inMembership, activity }: Answers,
): Pick<ScopeOfMatter, 'outcome' | 'why'> {
  if (matter === 'support') return { outcome: 'in-scope', why: 'Support asks for no cover.' };
  if (personPlace === 'overseas' || personPlace === 'unknown') {
    const why = 'The person advised or treated may be under the law of another country.';
    return { outcome: 'committee', why };
  }
  if (inMembership === 'no') {
    return { outcome: 'committee', why: 'There was a gap in membership on the day.' };
  }
  const published = typeof activity === 'string' ? PUBLISHED[activity] : undefined;
  if (matter === 'defence' && published) return { outcome: 'out-of-scope', why: published };
  if (matter === 'action') {
    const why = 'Legal action of one’s own is usually outside indemnity, and it is costly.';
    return { outcome: 'out-of-scope', why };
  }
  const why =
    matter === 'regulator'
      ? 'Help with a regulator is usually given, also where the matter comes from social media.'
      : 'It comes from the doctor’s work, or asks for advice alone.';
  return { outcome: 'in-scope', why };
}

import type { Audience, Category, Finding } from './model.js';
import type { CompiledFacts } from './case-facts.js';
import { findingOf } from './rules.js';
import { RULE_TEXTS } from './data/rule-texts.js';

/** Who stands before us in a letter to a complainant. */
export type Addressee = 'patient' | 'authorised' | 'stranger';

const TONES: ReadonlySet<Category> = new Set([
  'tone_war',
  'tone_admission',
  'tone_threat',
  'tone_accusation',
  'tone_sarcasm',
]);
const isTone = (category: Category): boolean => TONES.has(category);
const CONTACT: ReadonlySet<Category> = new Set([
  'phone',
  'email',
  'address',
  'postcode',
  'eircode',
  'handle',
  'ip',
]);
/** Numbers that open a record: nobody who asks about a doctor needs them unasked. */
const IDENTITY: ReadonlySet<Category> = new Set([
  'dob',
  'nhs_number',
  'chi_number',
  'hc_number',
  'ihi_number',
  'pps_number',
]);
const NEEDED_BY_PLATFORM: ReadonlySet<Category> = new Set([
  'url',
  'handle',
  'echo_of_post',
  'tone_accusation',
  'tone_threat',
  'tone_war',
]);

/** The complainant is the patient unless the case names somebody else. */
export function addresseeOf(facts: CompiledFacts): Addressee {
  if (facts.complainant === undefined) return 'patient';
  return facts.context.complainant_authority === true ? 'authorised' : 'stranger';
}

/** Platform: the post and the broken rule are needed; anything about a person is too much. */
function forPlatform(findings: readonly Finding[]): Finding[] {
  const kept = findings.filter(({ category }) => !NEEDED_BY_PLATFORM.has(category));
  const extra = kept
    .filter(({ category, severity }) => severity > 1 && !isTone(category))
    .map(({ start, end }) => findingOf(RULE_TEXTS.overPlatform, [start, end]));
  return [...kept, ...extra];
}

/** Complainant: patients and those who act for them may read what is their own. */
function forComplainant(findings: readonly Finding[], addressee: Addressee): Finding[] {
  if (addressee === 'stranger')
    return findings.filter(({ category }) => category !== 'tone_admission');
  return findings.filter(
    ({ category, rule }) =>
      isTone(category) || (category === 'third_party' && rule === RULE_TEXTS.thirdParty.rule),
  );
}

/** Regulator and adviser: what was asked for may be said; contact data draws a warning. */
function forAsker(findings: readonly Finding[], audience: 'regulator' | 'adviser'): Finding[] {
  return findings.flatMap((finding) => {
    if (finding.category === 'over_disclosure') return [finding];
    const isName =
      finding.rule === RULE_TEXTS.thirdParty.rule ||
      (audience === 'adviser' && finding.category === 'person_name');
    if (IDENTITY.has(finding.category) || isName)
      return [finding, findingOf(RULE_TEXTS.overThird, [finding.start, finding.end])];
    if (CONTACT.has(finding.category))
      return [findingOf(RULE_TEXTS.overContact, [finding.start, finding.end])];
    return [];
  });
}

/** What of the findings applies to an audience. */
export function forAudience(
  findings: readonly Finding[],
  audience: Audience,
  facts: CompiledFacts,
): Finding[] {
  switch (audience) {
    case 'platform':
      return forPlatform(findings);
    case 'complainant':
      return forComplainant(findings, addresseeOf(facts));
    case 'regulator':
    case 'adviser':
      return forAsker(findings, audience);
    case 'public':
      return [...findings];
  }
}

import {
  type FactName,
  type Facts,
  type LoadedPack,
  mustAsk,
  openQuestions,
  routeQuestions,
  RULE_PACK,
} from '#triage';

/** Questions that are put together on one page. */
export interface QuestionGroup {
  readonly id: string;
  readonly title: string;
  readonly facts: readonly FactName[];
}

/** Every question of triage, in the order in which a person is led through them. */
export const QUESTION_GROUPS = [
  {
    id: 'safety',
    title: 'Is anybody in danger?',
    facts: [
      'immediate_danger',
      'contains_threat',
      'doctor_risk_to_self',
      'self_harm_risk_author',
      'safeguarding_concern',
      'intimate_image_abuse',
    ],
  },
  {
    id: 'patient-information',
    title: 'Patient information',
    facts: [
      'patient_info_disclosed',
      'patient_identifiable',
      'post_still_live',
      'wrong_recipient_or_outsider',
      'clinical_image',
      'image_metadata_risk',
      'explicit_written_consent',
      'consent_withdrawn',
      'controller',
      'risk_to_patient_rights',
      'messaging_app_unapproved',
    ],
  },
  {
    id: 'who',
    title: 'Who posted, and who has replied',
    facts: [
      'direction',
      'author_identity',
      'author_is_minor',
      'never_a_patient',
      'conflict_of_interest_author',
      'doctor_already_replied',
      'reply_confirms_patient',
      'provider_can_reply',
    ],
  },
  {
    id: 'content',
    title: 'What it says',
    facts: [
      'raises_care_concern',
      'content_is_opinion_only',
      'contains_false_fact',
      'falsity_provable_without_records',
      'is_troll',
      'safety_incident_indicated',
      'platform_policy_breach',
      'moderator_outcome',
    ],
  },
  {
    id: 'processes',
    title: 'Complaints, regulators and courts',
    facts: [
      'formal_complaint_received',
      'patient_authority_for_rep',
      'open_process',
      'dp_complaint_received',
      'sar_received',
      'regulator_contact',
      'criminal_status',
      'other_regulator_finding',
      'active_court_comment',
    ],
  },
  {
    id: 'harm',
    title: 'Harm to the doctor',
    facts: [
      'course_of_conduct',
      'hate_content',
      'discloses_doctor_private_info',
      'impersonation',
      'impersonation_sells_or_advises',
      'pile_on',
      'covert_recording',
      'recording_shows_third_parties',
      'serious_harm_evidence',
      'doctor_distressed',
      'reach',
    ],
  },
  {
    id: 'press',
    title: 'Press and broadcasters',
    facts: ['media_interest', 'media_deadline_hours', 'media_code_breach'],
  },
  {
    id: 'conduct',
    title: 'What the doctor posted or did',
    facts: [
      'offensive_or_discriminatory',
      'targets_individual_or_group',
      'unsubstantiated_about_colleague',
      'raises_patient_safety_concern',
      'gives_individual_advice',
      'clinical_harm_possible',
      'health_misinformation',
      'uses_professional_status',
      'anonymous_account',
      'undisclosed_interest',
      'pom_promoted',
      'boundary_breach',
      'patient_vulnerable',
      'staff_posted_positive_reviews',
      'prior_similar_incident',
      'pattern_persistent',
      'insight_shown',
    ],
  },
  {
    id: 'background',
    title: 'Where it is, and what the doctor asks for',
    facts: [
      'incident_kind',
      'jurisdiction',
      'setting',
      'platform',
      'visibility',
      'first_published_days_ago',
      'asks_for_defamation_funding',
      'indemnity_activity',
    ],
  },
] as const satisfies readonly QuestionGroup[];

export type QuestionGroupId = (typeof QUESTION_GROUPS)[number]['id'];

/** Asked in every case about a doctor: they decide together with others, so that none of them shows alone. */
const ALWAYS_ABOUT: readonly FactName[] = [
  'author_identity',
  'provider_can_reply',
  'raises_care_concern',
  'doctor_already_replied',
  'covert_recording',
  'pile_on',
  'reach',
  'doctor_distressed',
];

/** Asked whenever the doctor posted, for the same reason. */
const ALWAYS_BY: readonly FactName[] = [
  'uses_professional_status',
  'indemnity_activity',
  'reach',
  'doctor_distressed',
];

/** How far the questions of one group are answered. */
export interface GroupProgress {
  readonly group: QuestionGroup & { id: QuestionGroupId };
  /** Facts of the group that are still worth asking. */
  readonly open: readonly string[];
  /** Those among them without which no advice can be adopted. */
  readonly required: readonly string[];
  /** Facts of the group that have an answer, "not sure" included. */
  readonly answered: readonly string[];
}

/** Where triage of a case stands, group by group. */
export function progressOf(
  facts: Facts,
  unsure: readonly string[],
  pack: LoadedPack = RULE_PACK,
): readonly GroupProgress[] {
  const answered = new Set([...Object.keys(facts), ...unsure]);
  const open = worthAsking(facts, answered, pack);
  const required = mustAskOpen(facts, unsure, pack);
  return QUESTION_GROUPS.map((group) => ({
    group,
    open: group.facts.filter((name) => open.has(name)),
    required: group.facts.filter((name) => required.includes(name)),
    answered: group.facts.filter((name) => answered.has(name)),
  }));
}

/** What must be asked, what could change a route or a clock alone, and what decides only with others. */
function worthAsking(
  facts: Facts,
  answered: ReadonlySet<string>,
  pack: LoadedPack,
): ReadonlySet<string> {
  const { direction = 'about_doctor' } = facts;
  const always = [
    ...(direction === 'by_doctor' ? [] : ALWAYS_ABOUT),
    ...(direction === 'about_doctor' ? [] : ALWAYS_BY),
  ];
  return new Set([
    ...openQuestions(facts, answered, pack),
    ...routeQuestions(facts, answered, pack),
    ...always.filter((name) => !answered.has(name)),
  ]);
}

/** The facts that must be asked before advice can be adopted and were not yet. */
export function mustAskOpen(
  facts: Facts,
  unsure: readonly string[],
  pack: LoadedPack = RULE_PACK,
): readonly string[] {
  return mustAsk(facts, pack).filter(
    (name) => !Object.hasOwn(facts, name) && !unsure.includes(name),
  );
}

/**
 * The group to ask next: one with questions that must be asked, else the next one after `after` that has
 * open questions; undefined when the way is at its end.
 */
export function nextGroup(
  progress: readonly GroupProgress[],
  after?: QuestionGroupId,
): QuestionGroupId | undefined {
  const must = groupRequired(progress);
  if (must) return must;
  const from = progress.findIndex(({ group }) => group.id === after) + 1;
  return progress.slice(from).find(({ open }) => open.length > 0)?.group.id;
}

/** The first group with questions that must be asked before advice can be adopted. */
export function groupRequired(progress: readonly GroupProgress[]): QuestionGroupId | undefined {
  return progress.find(({ required }) => required.length > 0)?.group.id;
}

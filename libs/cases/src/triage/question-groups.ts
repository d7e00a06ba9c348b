import type { FactName } from '#triage';

/** Questions that are put together on one page. */
export interface QuestionGroup {
  readonly id: string;
  readonly title: string;
  /** How its yes/no questions are put, as one list of which to tick what is true. */
  readonly anyOf: string;
  readonly facts: readonly FactName[];
}

/** Every question of triage. What must be asked stands first; beyond that the page that most rules wait for is next. */
export const QUESTION_GROUPS = [
  {
    id: 'safety',
    title: 'Is anybody in danger?',
    anyOf: 'Is any of these true?',
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
    anyOf: 'Is any of these true of what the doctor posted or sent?',
    facts: [
      'patient_info_disclosed',
      'patient_identifiable',
      'post_still_live',
      'wrong_recipient_or_outsider',
      'reply_confirms_patient',
      'clinical_image',
      'image_metadata_risk',
      'explicit_written_consent',
      'consent_withdrawn',
      'messaging_app_unapproved',
      'controller',
      'risk_to_patient_rights',
    ],
  },
  {
    id: 'content',
    title: 'What was written about the doctor',
    anyOf: 'Is any of these true of what was written?',
    facts: [
      'raises_care_concern',
      'content_is_opinion_only',
      'contains_false_fact',
      'falsity_provable_without_records',
      'is_troll',
      'platform_policy_breach',
      'covert_recording',
      'recording_shows_third_parties',
      'serious_harm_evidence',
      'moderator_outcome',
      'first_published_days_ago',
    ],
  },
  {
    id: 'who',
    title: 'Who is behind it, and who has replied',
    anyOf: 'Is any of these true?',
    facts: [
      'author_identity',
      'author_is_minor',
      'never_a_patient',
      'conflict_of_interest_author',
      'provider_can_reply',
      'doctor_already_replied',
      'course_of_conduct',
      'hate_content',
      'discloses_doctor_private_info',
      'impersonation',
      'impersonation_sells_or_advises',
      'pile_on',
    ],
  },
  {
    id: 'conduct',
    title: 'What the doctor posted or did',
    anyOf: 'Is any of these true of what the doctor posted or did?',
    facts: [
      'uses_professional_status',
      'offensive_or_discriminatory',
      'targets_individual_or_group',
      'unsubstantiated_about_colleague',
      'raises_patient_safety_concern',
      'gives_individual_advice',
      'clinical_harm_possible',
      'health_misinformation',
      'anonymous_account',
      'undisclosed_interest',
      'pom_promoted',
      'employer_time_or_kit',
      'staff_posted_positive_reviews',
      'active_court_comment',
      'prior_similar_incident',
      'pattern_persistent',
      'insight_shown',
    ],
  },
  {
    id: 'processes',
    title: 'Complaints, regulators and courts',
    anyOf: 'Is any of these true?',
    facts: [
      'formal_complaint_received',
      'patient_authority_for_rep',
      'safety_incident_indicated',
      'dp_complaint_received',
      'sar_received',
      'other_regulator_finding',
      'open_process',
      'regulator_contact',
      'criminal_status',
    ],
  },
  {
    id: 'reach',
    title: 'How far it has gone, and what the doctor needs',
    anyOf: 'Is any of these true?',
    facts: [
      'reach',
      'media_interest',
      'media_deadline_hours',
      'media_code_breach',
      'boundary_breach',
      'patient_vulnerable',
      'doctor_distressed',
      'asks_for_defamation_funding',
      'indemnity_activity',
    ],
  },
  {
    id: 'background',
    title: 'What kind of incident it is, and where',
    anyOf: 'Is any of these true?',
    facts: ['direction', 'incident_kind', 'jurisdiction', 'setting', 'platform', 'visibility'],
  },
] as const satisfies readonly QuestionGroup[];

export type QuestionGroupId = (typeof QUESTION_GROUPS)[number]['id'];

import type { DerivedFact } from '../pack.js';

/** Facts worked out from facts, in the order in which they are worked out. */
export const DERIVED: readonly DerivedFact[] = [
  {
    name: 'about',
    expression: "direction in ('about_doctor','both')",
    meaning: 'content about the doctor exists',
  },
  {
    name: 'by',
    expression: "direction in ('by_doctor','both')",
    meaning: 'content by the doctor exists',
  },
  {
    name: 'statutory_complaint',
    expression: "formal_complaint_received and setting in ('nhs_trust','nhs_gp','hse_public')",
    meaning: 'statutory/public complaint procedure clock applies',
  },
  {
    name: 'complex_complaint',
    expression:
      "safety_incident_indicated or open_process in ('ombudsman','regulator','claim','inquest','police','court')",
    meaning: 'goes straight to investigation stage',
  },
  {
    name: 'consent_ok',
    expression: 'explicit_written_consent and not consent_withdrawn',
    meaning: 'valid consent now',
  },
  {
    name: 'disclosure',
    expression:
      "by and ((patient_info_disclosed and patient_identifiable in ('yes','possible_jigsaw') and not consent_ok) or reply_confirms_patient)",
    meaning: 'confidentiality breach by the doctor or staff',
  },
  {
    name: 'reply_barred',
    expression:
      "about and (not provider_can_reply or visibility!='public' or doctor_already_replied or is_troll or pile_on or contains_threat!='none' or immediate_danger or course_of_conduct or hate_content or discloses_doctor_private_info or intimate_image_abuse or impersonation or never_a_patient or conflict_of_interest_author or author_is_minor or self_harm_risk_author or safeguarding_concern or media_interest!='none' or open_process in ('claim','inquest','court','police','regulator') or regulator_contact!='none' or not raises_care_concern)",
    meaning: 'public reply must not be made',
  },
  {
    name: 'coi_ground',
    expression:
      "conflict_of_interest_author and platform not in ('blog','newspaper_online','whatsapp','facebook_group','x','threads','bluesky')",
    meaning: 'interest is a removal ground on review platforms only',
  },
  {
    name: 'takedown_ground',
    expression:
      "platform_policy_breach or never_a_patient or coi_ground or contains_false_fact or hate_content or contains_threat!='none' or discloses_doctor_private_info or impersonation or course_of_conduct or intimate_image_abuse or self_harm_risk_author or recording_shows_third_parties or pile_on",
    meaning: 'some ground for a moderator exists',
  },
  {
    name: 'police_ground',
    expression:
      "immediate_danger or contains_threat!='none' or course_of_conduct or hate_content or discloses_doctor_private_info or intimate_image_abuse or impersonation_sells_or_advises or safeguarding_concern or self_harm_risk_author",
    meaning: 'some ground for police exists',
  },
  {
    name: 'reportable',
    expression: "regulator_contact!='none' or criminal_status!='none' or other_regulator_finding",
    meaning: 'doctor has something a regulator may need to hear or has asked about',
  },
  {
    name: 'conduct_issue',
    expression:
      'offensive_or_discriminatory or targets_individual_or_group or health_misinformation or unsubstantiated_about_colleague',
    meaning: 'conduct concern in the doctor’s own content',
  },
  {
    name: 'needs_repair',
    expression:
      "disclosure or conduct_issue or clinical_image or undisclosed_interest or pom_promoted or anonymous_account or gives_individual_advice or active_court_comment or staff_posted_positive_reviews or consent_withdrawn or image_metadata_risk or boundary_breach!='none'",
    meaning: 'something in the doctor’s own content needs repair',
  },
  {
    name: 'clean_speak_up',
    expression: 'by and raises_patient_safety_concern and not needs_repair',
    meaning: 'speaking up with nothing to repair',
  },
  {
    name: 'defamation_arguable',
    expression: 'about and contains_false_fact and not content_is_opinion_only',
    meaning: 'a defamation clock may matter',
  },
  {
    name: 'legal_notice_ok',
    expression:
      "defamation_arguable and falsity_provable_without_records and serious_harm_evidence and moderator_outcome in ('refused','appeal_refused') and first_published_days_ago<=365 and not staff_posted_positive_reviews",
    meaning: 'all conditions for a legal notice',
  },
];

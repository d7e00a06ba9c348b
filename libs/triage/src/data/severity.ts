import type { Factor, ScaledPart } from '../pack.js';

/** The parts of severity; of each the first level that holds counts, 0 where none does. Never only their sum. */
export const SEVERITY: readonly ScaledPart[] = [
  {
    id: 'patient_harm',
    name: 'Harm to a patient',
    levels: [
      {
        score: 3,
        when: "(disclosure and risk_to_patient_rights=='high_risk') or (by and gives_individual_advice and clinical_harm_possible) or boundary_breach=='sexualised'",
        says: 'A patient is at high risk of harm.',
      },
      {
        score: 2,
        when: "(disclosure and (risk_to_patient_rights=='risk' or patient_identifiable=='yes')) or boundary_breach=='doctor_initiated_contact' or safety_incident_indicated",
        says: 'A patient is likely to be distressed, or was harmed.',
      },
      {
        score: 1,
        when: "disclosure or (by and clinical_image and patient_identifiable!='no') or boundary_breach in ('looked_up_patient','accepted_friend_request')",
        says: 'A patient could be recognised, or their trust is touched.',
      },
    ],
  },
  {
    id: 'personal_safety',
    name: 'Harm to a person’s safety',
    levels: [
      {
        score: 3,
        when: "immediate_danger or contains_threat=='explicit' or doctor_risk_to_self or self_harm_risk_author or safeguarding_concern or intimate_image_abuse",
        says: 'Somebody is in danger, or is threatened outright.',
      },
      {
        score: 2,
        when: "contains_threat=='veiled' or course_of_conduct or discloses_doctor_private_info or hate_content",
        says: 'Somebody has reason to fear for their safety.',
      },
      {
        score: 1,
        when: 'pile_on or doctor_distressed',
        says: 'Somebody is under strain from it.',
      },
    ],
  },
  {
    id: 'reach',
    name: 'Reach and speed',
    levels: [
      {
        score: 3,
        when: "reach=='viral' or media_interest in ('broadcast_pending','published')",
        says: 'It spreads fast, or the media carry it.',
      },
      {
        score: 2,
        when: "reach=='high' or media_interest=='enquiry' or pile_on",
        says: 'Many have seen it, or a journalist asks.',
      },
      {
        score: 1,
        when: "reach=='medium' or regulator_contact!='none' or formal_complaint_received",
        says: 'It has gone beyond its first readers.',
      },
    ],
  },
  {
    id: 'persistence',
    name: 'Persistence',
    levels: [
      {
        score: 3,
        when: 'pattern_persistent and (prior_similar_incident or course_of_conduct)',
        says: 'It goes on for weeks, and it is not the first time.',
      },
      {
        score: 2,
        when: 'pattern_persistent or course_of_conduct',
        says: 'It happens again and again.',
      },
      {
        score: 1,
        when: 'prior_similar_incident or doctor_already_replied',
        says: 'Something like it happened before, or it was answered and goes on.',
      },
    ],
  },
  {
    id: 'professional_status',
    name: 'Use of professional status',
    levels: [
      {
        score: 3,
        when: 'impersonation_sells_or_advises or (by and uses_professional_status and (health_misinformation or pom_promoted or gives_individual_advice))',
        says: 'A doctor’s standing lends weight to what may harm the public.',
      },
      {
        score: 2,
        when: "impersonation or (by and uses_professional_status and (conduct_issue or undisclosed_interest or boundary_breach!='none'))",
        says: 'A doctor’s standing is used with something that needs repair.',
      },
      {
        score: 1,
        when: 'by and (uses_professional_status or anonymous_account)',
        says: 'It is posted as a doctor.',
      },
    ],
  },
  {
    id: 'vulnerability',
    name: 'Vulnerability',
    levels: [
      {
        score: 3,
        when: 'safeguarding_concern or self_harm_risk_author or doctor_risk_to_self',
        says: 'Somebody who cannot protect themselves is at risk.',
      },
      {
        score: 2,
        when: 'patient_vulnerable or author_is_minor',
        says: 'A vulnerable patient or a young person is concerned.',
      },
      { score: 1, when: 'doctor_distressed', says: 'The doctor is distressed.' },
    ],
  },
  {
    id: 'formal_process',
    name: 'Formal process open',
    levels: [
      {
        score: 3,
        when: "open_process in ('court','inquest','police','regulator') or regulator_contact in ('rule7','interim_orders','ie_complaint_notice') or criminal_status in ('charged','cautioned','convicted') or active_court_comment",
        says: 'A court, an inquest, the police or a regulator is at work on it.',
      },
      {
        score: 2,
        when: "open_process in ('claim','ombudsman') or regulator_contact!='none' or criminal_status!='none' or other_regulator_finding",
        says: 'A claim, an ombudsman or a first enquiry is open.',
      },
      {
        score: 1,
        when: "open_process=='local' or formal_complaint_received or dp_complaint_received or sar_received",
        says: 'A complaint or request is open with the organisation.',
      },
    ],
  },
  {
    id: 'reversibility',
    name: 'Reversibility',
    levels: [
      {
        score: 3,
        when: "reach=='viral' or media_interest=='published' or (disclosure and reach=='high')",
        says: 'It cannot be called back.',
      },
      {
        score: 2,
        when: "reach=='high' or (disclosure and wrong_recipient_or_outsider) or moderator_outcome in ('refused','appeal_refused')",
        says: 'Copies are likely, or the platform keeps it up.',
      },
      {
        score: 1,
        // A closed group is as leaky as the open web.
        when: "visibility!='private_message' and moderator_outcome!='removed'",
        says: 'Many can see it: copies may remain when it is gone.',
      },
    ],
  },
];

/** What makes it graver. */
export const AGGRAVATING: readonly Factor[] = [
  { id: 'repeated', when: 'course_of_conduct or pattern_persistent', says: 'It is repeated.' },
  {
    id: 'after_warning',
    when: 'prior_similar_incident',
    says: 'There was an earlier incident or warning.',
  },
  {
    id: 'targets_a_person',
    when: 'by and targets_individual_or_group',
    says: 'It targets a person or a group.',
  },
  {
    id: 'protected_characteristic',
    when: 'hate_content or (by and offensive_or_discriminatory)',
    says: 'It is abusive or hostile, as content on a protected characteristic is.',
  },
  {
    id: 'vulnerable_patient',
    when: 'by and patient_vulnerable',
    says: 'The patient is vulnerable.',
  },
  {
    id: 'special_category_data',
    when: 'disclosure or (by and clinical_image and not consent_ok)',
    says: 'Health data, which the law protects most, is concerned.',
  },
  {
    id: 'commercial_gain',
    when: 'impersonation_sells_or_advises or (by and (undisclosed_interest or pom_promoted))',
    says: 'Somebody may gain by it.',
  },
];

/** What speaks for the doctor. It never cancels a duty, and counts only where somebody answered what it rests on. */
export const MITIGATING: readonly Factor[] = [
  {
    id: 'insight',
    when: 'by and insight_shown',
    says: 'It was put right promptly, with an apology or reflection.',
  },
  {
    id: 'no_longer_visible',
    when: 'by and not post_still_live',
    says: 'It can no longer be seen.',
  },
  {
    id: 'single_event',
    when: 'by and not prior_similar_incident and not pattern_persistent',
    says: 'It is a single event.',
  },
  {
    id: 'small_entitled_audience',
    when: "by and visibility=='private_message' and reach=='low' and not wrong_recipient_or_outsider",
    says: 'Only a small audience that was entitled to it has seen it.',
  },
  {
    id: 'provoked_without_disclosure',
    when: "direction=='both' and not patient_info_disclosed and not reply_confirms_patient",
    says: 'The doctor was provoked, and disclosed nothing.',
  },
];

/** What may be said or done about a doctor. */
export const KINDS_ABOUT_DOCTOR = {
  negative_review: 'Negative review',
  false_allegation: 'False allegation',
  fake_review_competitor: 'Fake review, or one by a competitor',
  trolling: 'Trolling',
  harassment: 'Harassment',
  threat: 'Threat',
  hate: 'Hate',
  doxxing: 'Private details published',
  impersonation: 'Impersonation, deepfakes included',
  intimate_image: 'Intimate image',
  media_story: 'Story in the media',
  covert_recording: 'Covert recording',
  closed_group_talk: 'Talk in a closed group',
  pile_on: 'Pile-on by many accounts',
  private_profile_contact: 'Contact through a private profile',
} as const;

/** What a doctor may have posted or done online. */
export const KINDS_BY_DOCTOR = {
  confidentiality_text: 'Words that disclose a confidence',
  clinical_image_no_consent: 'Clinical photo or video without consent',
  metadata_leak: 'Details left in an image or its file',
  anonymised_case: 'Anonymised case that may be recognised',
  reply_breach: 'Reply that discloses',
  offensive_content: 'Offensive content, in public or in a private group',
  colleague_comment: 'Comment about a colleague',
  personal_advice: 'Personal medical advice',
  misinformation: 'Health misinformation',
  undisclosed_interest: 'Interest not declared',
  pom_promotion: 'Promotion of a prescription-only medicine',
  anonymous_account: 'Anonymous account',
  boundary_friend_request: 'Friend request between doctor and patient',
  boundary_contact: 'Contact across a boundary',
  boundary_lookup: 'Patient looked up online',
  contempt: 'Comment on court proceedings',
  messaging_misuse: 'Misuse of a messaging app',
  fake_positive_reviews: 'Favourable reviews that are not genuine',
  speaking_up: 'Speaking up on patient safety',
  criminal_online: 'Alleged online offence',
} as const;

/** Every kind of incident with its name for people; `other` is the fallback. */
export const INCIDENT_KIND_LABELS = {
  ...KINDS_ABOUT_DOCTOR,
  ...KINDS_BY_DOCTOR,
  other: 'Something else',
} as const;

export type IncidentKind = keyof typeof INCIDENT_KIND_LABELS;

export const INCIDENT_KINDS = Object.keys(INCIDENT_KIND_LABELS) as readonly IncidentKind[];

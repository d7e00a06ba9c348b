import { type IncidentKind, KINDS_ABOUT_DOCTOR } from '#triage';

/** What a team can learn from a case, in words that lay blame on nobody: most of it happens by accident. */
export const LEARNING_THEMES = {
  'small-details': 'Small details that together point to a patient',
  pictures: 'Pictures, and what their files give away',
  answering: 'The wish to answer at once',
  devices: 'Telephones and messaging apps',
  boundaries: 'Where private and professional meet',
  tone: 'Words that went further than they were meant to',
  evidence: 'Evidence, names and interests in public',
  'speaking-up': 'Speaking up well',
  'from-others': 'What others post about doctors',
  other: 'Something else',
} as const;
export type LearningTheme = keyof typeof LEARNING_THEMES;

const OF_OWN_POSTS: Partial<Record<IncidentKind, LearningTheme>> = {
  confidentiality_text: 'small-details',
  anonymised_case: 'small-details',
  clinical_image_no_consent: 'pictures',
  metadata_leak: 'pictures',
  reply_breach: 'answering',
  messaging_misuse: 'devices',
  personal_advice: 'boundaries',
  boundary_friend_request: 'boundaries',
  boundary_contact: 'boundaries',
  boundary_lookup: 'boundaries',
  offensive_content: 'tone',
  colleague_comment: 'tone',
  contempt: 'tone',
  misinformation: 'evidence',
  undisclosed_interest: 'evidence',
  pom_promotion: 'evidence',
  anonymous_account: 'evidence',
  fake_positive_reviews: 'evidence',
  speaking_up: 'speaking-up',
};

/** The theme of a kind of incident; what nobody has given one is `other`. */
export function themeOf(kind: string): LearningTheme {
  if (kind in KINDS_ABOUT_DOCTOR) return 'from-others';
  return OF_OWN_POSTS[kind as IncidentKind] ?? 'other';
}

/** How many cases there are of each theme, of counts by kind. */
export function countsByTheme(
  kinds: readonly { value: string; count: number }[],
): { value: LearningTheme; count: number }[] {
  const counts = new Map<LearningTheme, number>();
  for (const { value, count } of kinds) {
    const theme = themeOf(value);
    counts.set(theme, (counts.get(theme) ?? 0) + count);
  }
  return [...counts].map(([value, count]) => ({ value, count }));
}

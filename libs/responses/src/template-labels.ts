/**
 * How confidential a fact is. The first six are steps, from what anybody may know to what only the
 * patient and those who care for them may know. `post` stands beside them: where the post is, who
 * signed it, when, and which rule of the site it breaks. A site needs just that to look at a report,
 * and needs nothing else.
 */
export const CONFIDENTIALITY_LABELS = [
  'public',
  'organisation-public',
  'organisation-private',
  'doctor',
  'case',
  'patient',
  'post',
] as const;

export type ConfidentialityLabel = (typeof CONFIDENTIALITY_LABELS)[number];

/** What a fact with this label is, for sentences such as “this is …”. */
export const LABEL_WORDS: Readonly<Record<ConfidentialityLabel, string>> = {
  public: 'something anybody may know',
  'organisation-public': 'something the organisation publishes',
  'organisation-private': 'for the organisation and its members only',
  doctor: 'a fact about the doctor',
  case: 'a fact of the case',
  patient: 'a fact about a patient',
  post: 'a detail of the post',
};

/** Whom a text is for. */
export const TEMPLATE_AUDIENCES = [
  'public',
  'press',
  'platform',
  'platform-legal',
  'complainant',
  'patient',
  'doctor',
  'adviser',
  'employer',
  'regulator',
  'police',
  'safeguarding',
] as const;

export type TemplateAudience = (typeof TEMPLATE_AUDIENCES)[number];

/** What an audience may be told. */
export interface AudienceRule {
  /** Completes “a text for …”. */
  readonly words: string;
  /** The labels that a text for this audience may name. A set, since need to know is not a ladder. */
  readonly clearance: ReadonlySet<ConfidentialityLabel>;
  /** Whether the text will be read by anybody: then nothing typed by hand goes into it either. */
  readonly isPublished: boolean;
  /** The audience by which the guard inspects such a text. */
  readonly guardAudience: 'public' | 'platform' | 'complainant' | 'regulator' | 'adviser';
}

const OPEN = ['public', 'organisation-public'] as const;
const WORKING = [...OPEN, 'organisation-private', 'doctor', 'case', 'post'] as const;
const FORMAL = [...OPEN, 'doctor', 'case'] as const;

/**
 * What each audience is cleared for.
 *
 * - `public`, `press`: what is told to one journalist is told to everybody.
 * - `platform`: the details of the post. Not the doctor: a site that is told whose post hurts whom
 *   can join them; the name is in the post where it matters.
 * - `platform-legal`: a legal notice has to say for whom it is given, so the doctor too.
 * - `complainant`: reference and dates of their own complaint, but no patient facts. The writer may be
 *   a relative without authority, and a letter made from a template cannot know.
 * - `patient`: the patient in person, once identity is established. The only audience for patient facts.
 * - `doctor`, `adviser`: the working file without the patient. E-mail and notes are not where patient
 *   facts are kept.
 * - `employer`, `police`, `safeguarding`, `regulator`: what was asked for. Patient details follow by a
 *   secure way, from a person, never from a template. Only a body that must find the post is given it.
 *
 * @source GMC, Confidentiality: responding to criticism in the media (A3.press): a public answer holds
 *   the duty of confidentiality and general information on normal practice, and nothing about a patient.
 */
export const AUDIENCES: Readonly<Record<TemplateAudience, AudienceRule>> = {
  public: rule('the public', OPEN, 'public', true),
  press: rule('the press', OPEN, 'public', true),
  platform: rule('the site that shows the post', [...OPEN, 'post'], 'platform'),
  'platform-legal': rule('the legal team of the site', [...OPEN, 'doctor', 'post'], 'platform'),
  complainant: rule('the person who complained', [...OPEN, 'case'], 'complainant'),
  patient: rule('the patient in person', [...OPEN, 'case', 'patient'], 'complainant'),
  doctor: rule('the doctor', WORKING, 'adviser'),
  adviser: rule('the adviser', WORKING, 'adviser'),
  employer: rule('the employer', [...FORMAL, 'post'], 'regulator'),
  regulator: rule('a regulator', FORMAL, 'regulator'),
  police: rule('the police', [...FORMAL, 'post'], 'regulator'),
  safeguarding: rule('a safeguarding team', [...OPEN, 'case', 'post'], 'regulator'),
};

/** The audiences whose texts anybody may read. */
export const PUBLISHED_AUDIENCES = TEMPLATE_AUDIENCES.filter(
  (audience) => AUDIENCES[audience].isPublished,
);

/** Whether a text for this audience may name a fact with this label. */
export function isCleared(audience: TemplateAudience, label: ConfidentialityLabel): boolean {
  return AUDIENCES[audience].clearance.has(label);
}

function rule(
  words: string,
  labels: readonly ConfidentialityLabel[],
  guardAudience: AudienceRule['guardAudience'],
  isPublished = false,
): AudienceRule {
  return { words, clearance: new Set(labels), guardAudience, isPublished };
}

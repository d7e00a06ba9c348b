/** Version of the rules and lexicons; part of every report and certificate. */
export const GUARD_VERSION = '2.1.2';

/** Longest text inspected, in UTF-16 code units; longer texts fail closed. */
export const MAX_TEXT_LENGTH = 100_000;

export const CHANNELS = [
  'review_reply',
  'social_post',
  'press_statement',
  'template_output',
  'free_text',
  'moderator_report',
  'letter',
  'regulator_letter',
  'adviser_email',
] as const;
/** What kind of text it is. */
export type Channel = (typeof CHANNELS)[number];

export const AUDIENCES = ['public', 'platform', 'complainant', 'regulator', 'adviser'] as const;
/** Who will read the text; decides which categories apply. */
export type Audience = (typeof AUDIENCES)[number];

export type IdentifierCategory =
  | 'person_name'
  | 'nhs_number'
  | 'chi_number'
  | 'hc_number'
  | 'ihi_number'
  | 'pps_number'
  | 'mrn'
  | 'dob'
  | 'phone'
  | 'email'
  | 'address'
  | 'postcode'
  | 'eircode'
  | 'url'
  | 'handle'
  | 'ip';

export type ToneCategory =
  'tone_war' | 'tone_admission' | 'tone_threat' | 'tone_accusation' | 'tone_sarcasm';

/** What a finding is about. `guard_failure` marks a text that could not be checked. */
export type Category =
  | IdentifierCategory
  | ToneCategory
  | 'clinical_disclosure'
  | 'relationship_confirmation'
  | 'encounter_detail'
  | 'quasi_identifier'
  | 'third_party'
  | 'echo_of_post'
  | 'over_disclosure'
  | 'guard_failure';

/** 1 warns; 2 and 3 block. */
export type Severity = 1 | 2 | 3;

export type Verdict = 'block' | 'warn' | 'pass';

/** The organisation's own details: never findings. */
export interface OrganisationContext {
  readonly name?: string;
  readonly phones?: readonly string[];
  readonly emails?: readonly string[];
  readonly addresses?: readonly string[];
  readonly website?: string;
  readonly clinicians?: readonly string[];
  readonly contacts?: readonly string[];
}

/** What the case knows about the patient. */
export interface PatientContext {
  readonly names?: readonly string[];
  readonly aliases?: readonly string[];
  /** ISO date. */
  readonly dob?: string;
  /** Values by kind: `nhs`, `chi`, `hc`, `ihi`, `pps`, `mrn`; other kinds are treated as record numbers. */
  readonly identifiers?: Readonly<Record<string, string>>;
  readonly phones?: readonly string[];
  readonly emails?: readonly string[];
  readonly addresses?: readonly string[];
  readonly postcode?: string;
  readonly handles?: readonly string[];
}

/** The criticised post. */
export interface PostContext {
  readonly platform?: string;
  readonly handle?: string;
  readonly url?: string;
  /** ISO date. */
  readonly date?: string;
  readonly text?: string;
}

/** Facts of one case; any part may be missing, and a case may know no patient at all. */
export interface CaseContext {
  readonly case?: string;
  readonly jurisdiction?: string;
  readonly specialty?: string;
  readonly organisation?: OrganisationContext;
  readonly patient?: PatientContext;
  readonly third_parties?: readonly string[];
  /** ISO dates. */
  readonly appointments?: readonly string[];
  readonly conditions?: readonly string[];
  readonly procedures?: readonly string[];
  readonly medications?: readonly string[];
  /** `Name (relation)`; present when the complainant is not the patient. */
  readonly complainant?: string;
  /** True when that person may receive the patient's information. */
  readonly complainant_authority?: boolean;
  readonly post?: PostContext;
}

/**
 * One confidentiality or tone risk. `start` and `end` are UTF-16 offsets into the inspected text,
 * end exclusive. `citation` is a key of the guidance library.
 */
export interface Finding {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly category: Category;
  readonly severity: Severity;
  readonly why: string;
  readonly citation: string;
  readonly suggestion: string;
}

/** Result of one inspection. `textHash` is SHA-256 of the text in UTF-8, lower-case hex. */
export interface GuardReport {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly textHash: string;
  readonly guardVersion: string;
}

/** The verdict follows from the findings alone: severity 2 or more blocks, anything else warns. */
export function verdictOf(findings: readonly { readonly severity: Severity }[]): Verdict {
  if (findings.some((finding) => finding.severity >= 2)) return 'block';
  return findings.length > 0 ? 'warn' : 'pass';
}

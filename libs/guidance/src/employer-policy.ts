import { resolveCitation } from './citation.js';

/** What a policy says of messaging apps for information about patients. */
export const MESSAGING_RULES = {
  bans: 'It forbids messaging apps for information about patients',
  allows: 'It allows messaging apps that the employer has approved',
  silent: 'It says nothing about messaging apps',
} as const;
export type MessagingRule = keyof typeof MESSAGING_RULES;

/** A numbered part of a policy, in the words of the employer. */
export interface PolicyClause {
  readonly number: string;
  readonly words: string;
}

/** One edition of an employer's policy on social media. */
export interface EmployerPolicy {
  /** Empty for the organisation itself. */
  readonly employer: string;
  readonly title: string;
  /** What the employer calls this edition: `2.1`, `May 2026`. */
  readonly edition: string;
  /** Civil date (ISO) of its first day. */
  readonly inForceFrom: string;
  readonly messaging: MessagingRule;
  readonly clauses: readonly PolicyClause[];
}

/** The edition of an employer's policy in force on a day; undefined where none was. */
export function policyInForce<P extends EmployerPolicy>(
  policies: readonly P[],
  employer: string,
  on: string,
): P | undefined {
  const name = employer.toLowerCase();
  return policies
    .filter((one) => one.employer.toLowerCase() === name && one.inForceFrom <= on)
    .toSorted((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1))
    .at(-1);
}

/** What to say of a messaging app, and on whose word. */
export interface MessagingAdvice {
  readonly rests: 'policy' | 'national';
  readonly words: readonly string[];
}

const NATIONAL =
  'Where the employer says nothing, national guidance decides: only where nothing practical is available and the benefit outweighs the risk, with the least data, and then into the record and off the phone.';
const QUESTIONS =
  'Ask: was the app approved, was there a need, was it the least data, was it copied to the record and removed from the phone?';

/**
 * What to say of a messaging app. The employer's policy comes first, national guidance second.
 *
 * @param on civil date (ISO) of the message: in 2017 the national line was a flat ban.
 * @source NHS Digital, Social media security: user guide (2017); NHS England, Using mobile messaging, both
 *   recorded under `A7`.
 */
export function messagingAdvice(policy: EmployerPolicy | undefined, on: string): MessagingAdvice {
  switch (policy?.messaging) {
    case 'bans':
      return {
        rests: 'policy',
        words: [
          'The employer’s policy forbids messaging apps for information about patients. It comes before national guidance: treat this as a breach of policy, whatever the need was.',
        ],
      };
    case 'allows':
      return {
        rests: 'policy',
        words: [
          'The employer’s policy allows apps that it has approved. Using one is no breach by itself.',
          QUESTIONS,
        ],
      };
    default:
      return { rests: 'national', words: nationalWords(on) };
  }
}

function nationalWords(on: string): string[] {
  const { body, gist, supersededBy } = resolveCitation('A7', on);
  return supersededBy ? [`On that day ${body} said: ${gist}`] : [NATIONAL, QUESTIONS];
}

/** A clause as a trace cites it: employer, policy, edition, number. */
export function clauseLabel(policy: EmployerPolicy, clause: PolicyClause): string {
  const { employer, title, edition } = policy;
  return `${employer || 'Own organisation'}, ${title}, edition ${edition}, clause ${clause.number}`;
}

/** Sources that leave the answer to the policy of the employer. */
const LEFT_TO_POLICY: ReadonlySet<string> = new Set(['A1.p21-27', 'A7']);

/** Whether a source says to follow the policy of the employer, so that its clauses are cited beside it. */
export function isLeftToPolicy(key: string): boolean {
  return LEFT_TO_POLICY.has(key);
}

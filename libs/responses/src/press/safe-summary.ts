import type { Finding, GuardReport } from '#confidentiality';
import { Conflict, DomainError } from '#kernel';

/** Longest safe summary, in UTF-16 code units. */
export const SUMMARY_LENGTH = 2_000;

/** What the press office is told of a case: one version of it. */
export interface SafeSummary {
  /** Counts up from 1. */
  readonly version: number;
  readonly text: string;
  readonly writtenAt: Date;
  readonly writtenByName: string;
}

/** The summary as the press office has it: not written, being looked at again, or there. */
export type SummaryForPress =
  | { readonly state: 'none' }
  | { readonly state: 'withheld' }
  | ({ readonly state: 'there' } & SafeSummary);

/** The summary would tell what must not leave the case. */
export class UnsafeSummary extends DomainError {
  override readonly name = 'UnsafeSummary';
  constructor(findings: readonly Finding[]) {
    const message = 'The check found what the press office must not read. Change it and save again';
    super('invalid', 'summary-has-blocking-findings', message, [{ field: 'text', message }], {
      findings,
    });
  }
}

/** @throws UnsafeSummary; Conflict `summary-changed` */
export function assertSafeSummary(
  report: GuardReport,
  { latest, read }: { latest: number; read: number },
): void {
  if (report.verdict === 'block') throw new UnsafeSummary(report.findings);
  if (latest !== read) {
    throw new Conflict('summary-changed', 'Somebody else has written a summary since you began.');
  }
}

import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Case, CaseReadingService, isPressCase } from '#cases';
import type { GuardReport } from '#confidentiality';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, Conflict } from '#kernel';
import { Transactions } from '#platform';
import { PressCaseAccess } from './press-case-access.js';
import { PressSummaryRepository } from './press-summary.repository.js';
import { assertSafeSummary, type SafeSummary, type SummaryForPress } from './safe-summary.js';

/** What the adviser tells the press office of a case: written by hand, checked, kept in versions. */
@Injectable()
export class SafeSummaryService {
  constructor(
    private readonly tx: Transactions,
    private readonly cases: CaseReadingService,
    private readonly access: PressCaseAccess,
    private readonly summaries: PressSummaryRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** All versions, the newest first. @throws NotFound `case-not-found` */
  list(actor: Actor, reference: string): Promise<SafeSummary[]> {
    return this.tx.run(scopeOfActor(actor), async () =>
      this.summaries.list(await this.cases.get(actor, reference)),
    );
  }

  /** What the guard says of a summary before it is kept; keeps nothing. @throws NotFound `case-not-found` */
  tryText(actor: Actor, reference: string, text: string): Promise<GuardReport> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.cases.get(actor, reference);
      return (await this.access.check(actor, found, text)).full;
    });
  }

  /**
   * Hands a case to the press office with a summary, or writes another one.
   *
   * @param written `version` is that of the summary that was read; 0 where there was none.
   * @throws NotFound `case-not-found`; Conflict `case-closed`, `case-not-for-press`, `summary-changed`;
   *   UnsafeSummary `summary-has-blocking-findings`
   */
  write(
    actor: Actor,
    reference: string,
    { text, version }: { text: string; version: number },
  ): Promise<SafeSummary> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.cases.getOpen(actor, reference);
      requireDecided(found);
      const { full } = await this.access.check(actor, found, text);
      const latest = (await this.summaries.latestForUpdate(found))?.version ?? 0;
      assertSafeSummary(full, { latest, read: version });
      const made = { version: latest + 1, text, writtenAt: this.clock.now() };
      await this.summaries.insert(found, { ...made, writtenBy: actor.personId, report: full });
      const subject = { type: 'case', id: found.id };
      await this.trail.record(actor, 'press.summary-written', subject, {
        version: made.version,
        textHash: full.textHash,
        guardVersion: full.guardVersion,
      });
      return { ...made, writtenByName: actor.name };
    });
  }

  /**
   * The summary for whoever works for the press office. It is checked anew: what was no secret when it was written
   * may be one since, for the facts of a case grow.
   */
  async forPress(actor: Actor, found: Case): Promise<SummaryForPress> {
    const latest = await this.summaries.latest(found);
    if (!latest) return { state: 'none' };
    const { full } = await this.access.check(actor, found, latest.text);
    return full.verdict === 'block' ? { state: 'withheld' } : { state: 'there', ...latest };
  }
}

/** @throws Conflict `case-not-for-press` */
function requireDecided(found: Case): void {
  if (isPressCase(found)) return;
  const message =
    'Decide for the press office first: until then the press officer has no such case.';
  throw new Conflict('case-not-for-press', message);
}

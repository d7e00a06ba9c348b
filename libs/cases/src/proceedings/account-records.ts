import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import type { Actor } from '#identity';
import type { Id } from '#kernel';
import type { Case } from '../case.js';
import type { Account } from './account.js';
import { ProceedingTasks } from './proceeding-tasks.js';

/** What stands beside an account: the audit event, without a word of it, and the task where one was given too early. */
@Injectable()
export class AccountRecords {
  constructor(
    private readonly trail: AuditTrail,
    private readonly tasks: ProceedingTasks,
  ) {}

  /** Records that accounts were opened to be read. */
  noteReading(actor: Actor, found: Case, count: number): Promise<void> {
    return this.trail.record(actor, 'accounts.viewed', { type: 'case', id: found.id }, { count });
  }

  /** Records what was done with an account. */
  async tell(
    actor: Actor,
    found: Case,
    action: string,
    {
      id,
      proceedingId,
      verdict,
      differs,
    }: Pick<Account, 'id' | 'proceedingId' | 'verdict' | 'differs'>,
  ): Promise<void> {
    const detail = { account: id, proceeding: proceedingId, verdict, differs: String(differs) };
    await this.trail.record(actor, action, { type: 'case', id: found.id }, detail);
  }

  /** One that was given before we saw it, and does not fit, is the solicitor's to see. */
  followEarlier(actor: Actor, found: Case, id: Id): Promise<void> {
    return this.tasks.followEarlierAccount(actor, found, id);
  }
}

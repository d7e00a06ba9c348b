import { Injectable } from '@nestjs/common';
import { dayIn } from '#deadlines';
import type { GuardReport } from '#confidentiality';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, Conflict, type Id, Invalid, newId, NotFound } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from '../case.js';
import { requireOpen } from '../triage/open-case.js';
import { type Account, assertMayBeGiven, type NewAccount } from './account.js';
import { type AccountCheck, AccountChecks, type DifferenceFrom } from './account-checks.js';
import { AccountRecords } from './account-records.js';
import { AccountsRepository } from './accounts.repository.js';
import { assertRunning } from './proceeding.js';
import { ProceedingsService } from './proceedings.service.js';

/** An account as its page shows it: what the guard finds in it now, and where it differs from the others. */
export interface AccountEntry extends Account {
  readonly findings: GuardReport['findings'];
  readonly differences: readonly DifferenceFrom[];
}

/** What the doctor says in each of the proceedings, held against what was said in the others. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly tx: Transactions,
    private readonly proceedings: ProceedingsService,
    private readonly accounts: AccountsRepository,
    private readonly checks: AccountChecks,
    private readonly records: AccountRecords,
    private readonly clock: Clock,
  ) {}

  /** The accounts given in one of the proceedings, opened. That they were read is recorded. @throws NotFound */
  list(actor: Actor, reference: string, proceedingId: Id): Promise<AccountEntry[]> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const { found } = await this.proceedings.get(actor, reference, proceedingId);
      const all = await this.accounts.list(found);
      const some = all.filter((account) => account.proceedingId === proceedingId);
      if (some.length > 0) await this.records.noteReading(actor, found, some.length);
      const checks = await this.checks.checkAll(actor, found, { some, all });
      return some.map((account, index) => entryOf(account, checks[index]!));
    });
  }

  /** One of them. @throws NotFound as {@link list}, `account-not-found` */
  async get(
    actor: Actor,
    reference: string,
    { proceedingId, id }: Pick<GivenAccount, 'proceedingId' | 'id'>,
  ): Promise<AccountEntry> {
    const accounts = await this.list(actor, reference, proceedingId);
    const account = accounts.find((one) => one.id === id);
    if (account) return account;
    throw new NotFound('account-not-found', 'We could not find that account.');
  }

  /**
   * Writes down an account. One that was given already is kept as it is; where it does not fit, the solicitor is to see it.
   *
   * @throws NotFound `case-not-found`, `proceeding-not-found`; Conflict `case-closed`, `proceeding-ended`
   * @throws Invalid `account-day-ahead` at `givenOn`
   */
  write(
    actor: Actor,
    reference: string,
    { proceedingId, ...given }: NewAccount & { proceedingId: Id },
  ): Promise<AccountEntry> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const { found } = await this.open(actor, reference, proceedingId);
      if (given.givenOn !== null) this.assertPast(found, given.givenOn);
      const account = { id: newId(), proceedingId, ...given };
      const check = await this.checkOne(actor, found, account);
      const standing = standingOf(check);
      await this.accounts.insert(
        found,
        {
          ...account,
          ...standing,
          state: given.givenOn === null ? 'written' : 'given',
          isEarlier: given.givenOn !== null,
          reason: '',
        },
        { by: actor.personId, at: this.clock.now() },
      );
      await this.records.tell(actor, found, 'account.written', { ...account, ...standing });
      const isUnfit = standing.differs || standing.verdict !== 'pass';
      if (given.givenOn !== null && isUnfit) {
        await this.records.followEarlier(actor, found, account.id);
      }
      return entryOf(await this.require(found, proceedingId, account.id), check);
    });
  }

  /**
   * Records that an account was given, after it is held once more against the others.
   *
   * @param given `reason`: why it may be given although something stands against it; else empty.
   * @throws NotFound as {@link write}, `account-not-found`; Conflict `account-given`, `account-changed`
   * @throws Invalid `account-discloses`, `account-needs-reason`, `account-day-ahead`
   */
  give(
    actor: Actor,
    reference: string,
    { proceedingId, id, ...given }: GivenAccount,
  ): Promise<AccountEntry> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const { found } = await this.open(actor, reference, proceedingId);
      const account = await this.require(found, proceedingId, id);
      if (account.state === 'given') throw new Conflict('account-given', 'It was given already.');
      this.assertPast(found, given.givenOn);
      const check = await this.checkOne(actor, found, account);
      const standing = standingOf(check);
      assertMayBeGiven(standing, given.reason);
      const giving = { ...given, ...standing };
      await this.accounts.give(found, id, { giving, by: actor.personId, at: this.clock.now() });
      await this.records.tell(actor, found, 'account.given', { ...account, ...standing });
      return entryOf(await this.require(found, proceedingId, id), check);
    });
  }

  private async open(actor: Actor, reference: string, proceedingId: Id) {
    const file = await this.proceedings.get(actor, reference, proceedingId);
    requireOpen(file.found);
    assertRunning(file.proceeding);
    return file;
  }

  private async checkOne(
    actor: Actor,
    found: Case,
    account: Pick<Account, 'id' | 'text'>,
  ): Promise<AccountCheck> {
    const all = await this.accounts.list(found);
    const [check] = await this.checks.checkAll(actor, found, { some: [account], all });
    return check!;
  }

  private async require(found: Case, proceedingId: Id, id: Id): Promise<Account> {
    const all = await this.accounts.list(found);
    const account = all.find((one) => one.id === id && one.proceedingId === proceedingId);
    if (account) return account;
    throw new NotFound('account-not-found', 'We could not find that account.');
  }

  private assertPast({ jurisdiction }: Case, day: string): void {
    if (day <= dayIn(this.clock.now(), jurisdiction)) return;
    const message = 'The day it was given must be today or in the past';
    throw new Invalid('account-day-ahead', message, [{ field: 'givenOn', message }]);
  }
}

/** Which account was given, when, and why it might be. */
export interface GivenAccount {
  readonly proceedingId: Id;
  readonly id: Id;
  readonly givenOn: string;
  readonly reason: string;
  readonly version: number;
}

function standingOf({ report, differences }: AccountCheck): Pick<Account, 'verdict' | 'differs'> {
  return { verdict: report.verdict, differs: differences.length > 0 };
}

function entryOf(account: Account, { report, differences }: AccountCheck): AccountEntry {
  return { ...account, findings: report.findings, differences };
}

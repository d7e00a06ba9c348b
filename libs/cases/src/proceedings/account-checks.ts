import { Injectable } from '@nestjs/common';
import { compileFacts, type GuardReport, inspectSafely } from '#confidentiality';
import type { Actor } from '#identity';
import type { Id } from '#kernel';
import type { Case } from '../case.js';
import { GuardSources } from '../guard-sources.js';
import type { Account } from './account.js';
import { compareAccounts, type Difference } from './compared-accounts.js';

/** Where an account differs from another one. */
export interface DifferenceFrom extends Difference {
  readonly accountId: Id;
}

/** What stands against an account as it is. */
export interface AccountCheck {
  readonly report: GuardReport;
  readonly differences: readonly DifferenceFrom[];
}

/** Holds accounts against what the case knows of the patient, and against each other. */
@Injectable()
export class AccountChecks {
  constructor(private readonly sources: GuardSources) {}

  /**
   * Checks each of some accounts against all of a case, in the unit of work of its organisation. One that was given
   * stands: it is what the others are held against.
   *
   * @throws SealBroken when the key of the case was destroyed.
   */
  async checkAll(
    actor: Actor,
    found: Case,
    { some, all }: { some: readonly Checked[]; all: readonly Checked[] },
  ): Promise<readonly AccountCheck[]> {
    if (some.length === 0) return [];
    const facts = compileFacts(await this.sources.contextOf(actor, found));
    return some.map(({ id, text }) => ({
      report: inspectSafely({ text, channel: 'letter', audience: 'regulator', facts }),
      differences: all
        .filter((other) => other.id !== id)
        .flatMap((other) =>
          compareAccounts(text, other.text).map((one) => ({ ...one, accountId: other.id })),
        ),
    }));
  }
}

type Checked = Pick<Account, 'id' | 'text'>;

import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { addWorkingDays, calendarOf, dayIn, isJurisdiction } from '#deadlines';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from '../case.js';
import { CaseReadingService } from '../case-reading.service.js';
import { CaseTasks } from '../tasks/case-tasks.service.js';
import {
  assertStanding,
  type Membership,
  type MembershipCheck,
  type Standing,
  standingsIn,
} from './membership.js';
import { MembershipRepository } from './membership.repository.js';

/** What is known of a membership, and what can be recorded in this organisation. */
export interface MembershipFile {
  readonly membership: Membership | undefined;
  readonly standings: readonly Standing[];
}

const HAND_OVER = 'Speak with the doctor, and hand them over to who can advise them';
const WHO_ADVISES =
  'Agree with the doctor which of the two organisations advises, and tell nobody else';

/** Whether the doctor of a case is a member, and who else may advise them. */
@Injectable()
export class MembershipService {
  constructor(
    private readonly tx: Transactions,
    private readonly reading: CaseReadingService,
    private readonly memberships: MembershipRepository,
    private readonly tasks: CaseTasks,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound `case-not-found` */
  read(actor: Actor, reference: string): Promise<MembershipFile> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.get(actor, reference);
      return {
        membership: await this.memberships.find(found),
        standings: standingsIn(actor.organisationKind),
      };
    });
  }

  /**
   * Records what somebody found out. A doctor who is no member is handed over by a person.
   *
   * @throws NotFound `case-not-found`; Conflict `case-closed`, `membership-changed`; Invalid `standing-wrong`
   */
  record(actor: Actor, reference: string, check: MembershipCheck): Promise<MembershipFile> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.getOpen(actor, reference);
      assertStanding(actor.organisationKind, check.standing);
      await this.memberships.save(found, check, { by: actor.personId, at: this.clock.now() });
      const detail = { standing: check.standing, other: String(check.otherOrganisation !== '') };
      const subject = { type: 'case', id: found.id };
      await this.trail.record(actor, 'membership.checked', subject, detail);
      if (check.standing === 'not-member') {
        await this.make(actor, found, { key: 'hand-over', title: HAND_OVER });
      } else if (check.otherOrganisation !== '') {
        await this.make(actor, found, { key: 'who-advises', title: WHO_ADVISES });
      }
      return this.read(actor, reference);
    });
  }

  private async make(
    actor: Actor,
    found: Case,
    { key, title }: { key: string; title: string },
  ): Promise<void> {
    const nation = isJurisdiction(found.jurisdiction) ? found.jurisdiction : 'england';
    const today = dayIn(this.clock.now(), nation);
    await this.tasks.make(actor, found, {
      title,
      dueOn: addWorkingDays(today, 1, calendarOf(nation)),
      assigneeId: null,
      origin: 'route',
      stepKey: `membership:${key}`,
    });
  }
}

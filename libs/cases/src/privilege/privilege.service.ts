import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import {
  type Actor,
  type Permission,
  requireAnyPermission,
  requirePermission,
  scopeOfActor,
} from '#identity';
import { Clock, type Id, newId, NotFound } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from '../case.js';
import { CaseReadingService } from '../case-reading.service.js';
import type { PrivilegedItem, PrivilegeMark } from './privilege.js';
import { PrivilegeRepository } from './privilege.repository.js';

/** Who may lift a mark: the solicitor, or an approver. */
export const PRIVILEGE_LIFTERS: readonly Permission[] = [
  'worksheet:sign-legal',
  'worksheet:sign-high',
];

/**
 * Marks notes, drafts and worksheets of a case as legally privileged. What is marked is in no export, on no page of
 * a doctor or of the press office, and goes to nobody but the doctor until the mark is lifted.
 */
@Injectable()
export class PrivilegeService {
  constructor(
    private readonly tx: Transactions,
    private readonly reading: CaseReadingService,
    private readonly marks: PrivilegeRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The marks of a case, those in force first. @throws NotFound `case-not-found` */
  list(actor: Actor, reference: string): Promise<PrivilegeMark[]> {
    return this.tx.run(scopeOfActor(actor), async () =>
      this.marks.list(await this.reading.get(actor, reference)),
    );
  }

  /** One mark in force. @throws NotFound `case-not-found`, `privilege-mark-not-found` */
  async getInForce(actor: Actor, reference: string, id: Id): Promise<PrivilegeMark> {
    const marks = await this.list(actor, reference);
    const mark = marks.find((one) => one.id === id && one.liftedAt === null);
    if (mark) return mark;
    throw new NotFound('privilege-mark-not-found', 'We could not find that mark in force.');
  }

  /**
   * Marks one thing, with the reason.
   *
   * @throws NotFound `case-not-found`, `privileged-item-not-found`; Conflict `privileged-already`
   */
  mark(
    actor: Actor,
    reference: string,
    item: PrivilegedItem & { reason: string },
  ): Promise<{ id: Id }> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.get(actor, reference);
      const id = newId();
      const marked = { by: actor.personId, at: this.clock.now() };
      await this.marks.insert(found, { ...item, id }, marked);
      await this.tell(actor, found, 'privilege.marked', { id, ...item });
      return { id };
    });
  }

  /** Lifts a mark, with the reason. @throws Forbidden; NotFound `case-not-found`, `privilege-mark-not-found` */
  lift(actor: Actor, reference: string, id: Id, reason: string): Promise<void> {
    requireAnyPermission(actor, PRIVILEGE_LIFTERS);
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.get(actor, reference);
      const lifted = { reason, by: actor.personId, at: this.clock.now() };
      const item = await this.marks.lift(found, id, lifted);
      await this.tell(actor, found, 'privilege.lifted', { id, ...item });
    });
  }

  private tell(
    actor: Actor,
    found: Case,
    action: string,
    { id, kind, subjectId }: PrivilegedItem & { id: Id },
  ): Promise<void> {
    const detail = { mark: id, kind, [kind]: subjectId };
    return this.trail.record(actor, action, { type: 'case', id: found.id }, detail);
  }
}

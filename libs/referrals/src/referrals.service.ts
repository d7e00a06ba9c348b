import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Case, CaseReadingService } from '#cases';
import { dayIn } from '#deadlines';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, type Id, newId, NotFound } from '#kernel';
import { Transactions } from '#platform';
import {
  assertDay,
  assertDecided,
  assertStep,
  type NewReferral,
  type Referral,
  type ReferralState,
} from './referral.js';
import { ReferralPermits } from './worksheets/referral-permits.service.js';
import { ReferralsRepository } from './referrals.repository.js';

type Change = Partial<Pick<Referral, 'theirReference' | 'sentOn' | 'answeredOn' | 'outcome'>>;

/**
 * What goes to a moderator, a regulator, the police, the press office. Parapet sends nothing itself and makes
 * no referral by itself: each step is a person's, and their name stands on it.
 */
@Injectable()
export class ReferralsService {
  constructor(
    private readonly tx: Transactions,
    private readonly reading: CaseReadingService,
    private readonly referrals: ReferralsRepository,
    private readonly permits: ReferralPermits,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The referrals of a case, newest first. @throws NotFound `case-not-found` */
  list(actor: Actor, reference: string): Promise<Referral[]> {
    return this.tx.run(scopeOfActor(actor), async () =>
      this.referrals.list(await this.reading.get(actor, reference)),
    );
  }

  /** One referral. @throws NotFound `case-not-found`, `referral-not-found` */
  get(actor: Actor, reference: string, id: Id): Promise<Referral> {
    return this.tx.run(scopeOfActor(actor), async () =>
      this.require(await this.reading.get(actor, reference), id),
    );
  }

  /**
   * Makes a referral in the actor's name; it is then to be sent.
   *
   * @throws NotFound `case-not-found`; Invalid `route-not-decided`, `worksheet-not-signed`
   * @throws Conflict `case-closed`, `public-help-only`
   */
  make(actor: Actor, reference: string, given: NewReferral): Promise<Referral> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.getOpen(actor, reference);
      assertDecided(found, given.route);
      await this.reading.assertForMember(found, given.route);
      const worksheetId = await this.permits.require(found, given.route);
      const id = newId();
      const decided = { by: actor.personId, at: this.clock.now() };
      await this.referrals.insert(found, { ...given, id, worksheetId }, decided);
      const detail = { referral: id, route: given.route };
      await this.trail.record(actor, 'referral.made', { type: 'case', id: found.id }, detail);
      return this.require(found, id);
    });
  }

  /** Records that it was sent. @param sentOn civil date. @throws Conflict; Invalid `referral-date-wrong` */
  send(
    actor: Actor,
    reference: string,
    { id, ...given }: { id: Id; sentOn: string; theirReference: string },
  ): Promise<Referral> {
    return this.step(actor, { reference, id, to: 'sent' }, (referral, dayOf) => {
      const today = dayOf(this.clock.now());
      assertDay('sentOn', given.sentOn, { from: dayOf(referral.decidedAt), today });
      return given;
    });
  }

  /** Records what came back. @param answeredOn civil date. @throws Conflict; Invalid `referral-date-wrong` */
  answer(
    actor: Actor,
    reference: string,
    { id, ...given }: { id: Id; answeredOn: string; outcome: string },
  ): Promise<Referral> {
    return this.step(actor, { reference, id, to: 'answered' }, (referral, dayOf) => {
      const from = referral.sentOn ?? dayOf(referral.decidedAt);
      assertDay('answeredOn', given.answeredOn, { from, today: dayOf(this.clock.now()) });
      return given;
    });
  }

  /** Takes it back. @param outcome why. @throws Conflict `referral-step-wrong` */
  withdraw(
    actor: Actor,
    reference: string,
    { id, outcome }: { id: Id; outcome: string },
  ): Promise<Referral> {
    return this.step(actor, { reference, id, to: 'withdrawn' }, () => ({ outcome }));
  }

  private step(
    actor: Actor,
    { reference, id, to }: { reference: string; id: Id; to: ReferralState },
    change: (referral: Referral, dayOf: (instant: Date) => string) => Change,
  ): Promise<Referral> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.get(actor, reference);
      const referral = await this.require(found, id);
      assertStep(referral.state, to);
      const changed = change(referral, (instant) => dayIn(instant, found.jurisdiction));
      await this.referrals.update(found, { ...referral, ...changed, state: to });
      const detail = { referral: id, route: referral.route };
      await this.trail.record(actor, `referral.${to}`, { type: 'case', id: found.id }, detail);
      return this.require(found, id);
    });
  }

  private async require(found: Case, id: Id): Promise<Referral> {
    const referral = await this.referrals.find(found, id);
    if (!referral) throw new NotFound('referral-not-found');
    return referral;
  }
}

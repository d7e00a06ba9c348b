import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { dayIn } from '#deadlines';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, Invalid, isReference, newId, newReference, NotFound } from '#kernel';
import { Transactions } from '#platform';
import { answerBy } from './answer-by.js';
import type { RequestAnswers } from './request-answers.js';
import { firstOpenStep, type RequestStep, STEP_ANSWERS } from './request-steps.js';
import type { DoctorRequest } from './request.js';
import { RequestRepository } from './request.repository.js';

/** A doctor's writing and sending of a request. Whoever sends is the doctor whom it is about. */
@Injectable()
export class RequestSendingService {
  constructor(
    private readonly tx: Transactions,
    private readonly requests: RequestRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The request that the doctor is writing; undefined when there is none. */
  findBegun(actor: Actor): Promise<DoctorRequest | undefined> {
    requirePermission(actor, 'request:send');
    return this.tx.run(scopeOfActor(actor), () =>
      this.requests.findBegun(actor.organisationId, actor.personId),
    );
  }

  /** Today's civil date where the organisation is. */
  today(actor: Actor): Promise<string> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const { jurisdiction } = await this.requests.organisation(actor.organisationId);
      return dayIn(this.clock.now(), jurisdiction);
    });
  }

  /**
   * Keeps the answer to one question; the first one begins the request.
   *
   * @returns the request as it is now.
   */
  answer(
    actor: Actor,
    step: RequestStep,
    answers: Partial<RequestAnswers>,
  ): Promise<DoctorRequest> {
    requirePermission(actor, 'request:send');
    return this.tx.run(scopeOfActor(actor), async () => {
      await this.refuseFuture(actor, answers.seenOn);
      const begun = await this.begun(actor);
      const request = await this.requests.update(begun, {
        answers: { ...begun.answers, ...answers },
      });
      await this.trail.record(actor, 'request.answered', subject(request), { step });
      return request;
    });
  }

  /** Empties the request that is being written. */
  startAgain(actor: Actor): Promise<void> {
    requirePermission(actor, 'request:send');
    return this.tx.run(scopeOfActor(actor), async () => {
      const begun = await this.requests.findBegun(actor.organisationId, actor.personId);
      if (!begun) return;
      await this.requests.update(begun, { answers: {} });
      await this.trail.record(actor, 'request.cleared', subject(begun));
    });
  }

  /**
   * Sends the request that was written. Sent once more it stays as it was.
   *
   * @throws NotFound `request-not-found`; Invalid `request-incomplete`, with the answers that are missing.
   */
  send(actor: Actor, reference: string): Promise<DoctorRequest> {
    requirePermission(actor, 'request:send');
    return this.tx.run(scopeOfActor(actor), async () => {
      const request = isReference(reference)
        ? await this.requests.lock(actor.organisationId, reference)
        : undefined;
      if (request?.doctorId !== actor.personId) {
        throw new NotFound('request-not-found', 'We could not find that request.');
      }
      if (request.state !== 'begun') return request;
      requireComplete(request.answers);
      const sent = await this.requests.update(request, await this.sentNow(actor));
      await this.trail.record(actor, 'request.sent', subject(sent), { reference });
      return sent;
    });
  }

  /** Sends all answers at once. @throws Invalid `seen-in-future` */
  sendWhole(actor: Actor, answers: RequestAnswers): Promise<DoctorRequest> {
    requirePermission(actor, 'request:send');
    return this.tx.run(scopeOfActor(actor), async () => {
      await this.refuseFuture(actor, answers.seenOn);
      const sent = await this.requests.insert({
        ...newRequest(actor, this.clock.now()),
        ...(await this.sentNow(actor)),
        answers,
      });
      const { reference } = sent;
      await this.trail.record(actor, 'request.sent', subject(sent), { reference });
      return sent;
    });
  }

  private async begun(actor: Actor): Promise<DoctorRequest> {
    const fresh = newRequest(actor, this.clock.now());
    if (await this.requests.insertBegun(fresh)) {
      await this.trail.record(actor, 'request.begun', subject(fresh), {
        reference: fresh.reference,
      });
    }
    const found = await this.requests.findBegun(actor.organisationId, actor.personId);
    // None of either kind: the fresh one's reference was taken, so that another is tried.
    return found ?? this.begun(actor);
  }

  private async sentNow(actor: Actor) {
    const sentAt = this.clock.now();
    const { jurisdiction } = await this.requests.organisation(actor.organisationId);
    return { state: 'sent' as const, sentAt, answerBy: answerBy(sentAt, jurisdiction) };
  }

  private async refuseFuture(actor: Actor, seenOn: string | undefined): Promise<void> {
    if (seenOn === undefined || seenOn <= (await this.today(actor))) return;
    const message = 'The day you saw it must be today or in the past';
    throw new Invalid('seen-in-future', message, [{ field: 'seenOn', message }]);
  }
}

function newRequest(actor: Actor, now: Date): DoctorRequest {
  return {
    id: newId(),
    organisationId: actor.organisationId,
    reference: newReference('REQ', now.getUTCFullYear()),
    doctorId: actor.personId,
    state: 'begun',
    answers: {},
    begunAt: now,
    sentAt: null,
    answerBy: null,
    caseId: null,
    decidedBy: null,
    decidedAt: null,
    declineReason: null,
    selfHelp: {},
    version: 1,
  };
}

function requireComplete(answers: Partial<RequestAnswers>): void {
  const open = firstOpenStep(answers);
  if (!open) return;
  const message = 'Answer every question before you send the request.';
  const faults = STEP_ANSWERS[open].map((field) => ({ field, message }));
  throw new Invalid('request-incomplete', message, faults);
}

function subject({ id }: DoctorRequest) {
  return { type: 'request', id };
}

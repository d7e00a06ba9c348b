import { Injectable } from '@nestjs/common';
import { type AuditDetail, AuditTrail } from '#audit';
import type { Actor } from '#identity';
import { type CaseId, Clock } from '#kernel';
import { OutboxRepository } from '#platform';
import { requestAccepted, requestAnswered } from './intake.jobs.js';
import type { SentRequest } from './request.js';
import { RequestRepository } from './request.repository.js';

/** What was decided on a request. */
export type RequestDecision =
  | { readonly state: 'accepted'; readonly caseId: CaseId }
  /** The reason is in words for the doctor. */
  | { readonly state: 'declined'; readonly declineReason: string };

/** Keeps decisions: the request, its audit event, and the jobs that follow. Joins the running unit of work. */
@Injectable()
export class DecidedRequests {
  constructor(
    private readonly requests: RequestRepository,
    private readonly trail: AuditTrail,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
  ) {}

  async keep(
    actor: Actor,
    request: SentRequest,
    decision: RequestDecision,
    detail: AuditDetail = {},
  ): Promise<void> {
    const { id, organisationId, reference } = request;
    const decidedAt = this.clock.now();
    await this.requests.update(request, { ...decision, decidedBy: actor.personId, decidedAt });
    const subject = { type: 'request' as const, id };
    await this.trail.record(actor, `request.${decision.state}`, subject, { reference, ...detail });
    await this.outbox.add(organisationId, requestAnswered, { requestId: id });
    if (decision.state === 'declined') return;
    await this.outbox.add(organisationId, requestAccepted, { requestId: id });
  }
}

import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, Conflict, isReference, NotFound } from '#kernel';
import { Transactions } from '#platform';
import type { DoctorRequest } from './request.js';
import { RequestRepository } from './request.repository.js';
import type { SelfHelpStep } from './self-help.js';

/** Keeps what doctors have done for themselves, on their own requests. */
@Injectable()
export class SelfHelpService {
  constructor(
    private readonly tx: Transactions,
    private readonly requests: RequestRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Ticks a step as done now. Ticked once more it keeps its first date. The timeline of the case shows it, or the
   * history of the request while there is no case.
   *
   * @throws NotFound `request-not-found`, alike for somebody else's; Conflict `request-not-sent`
   */
  tick(actor: Actor, reference: string, step: SelfHelpStep): Promise<DoctorRequest> {
    requirePermission(actor, 'request:send');
    return this.tx.run(scopeOfActor(actor), async () => {
      const request = await this.own(actor, reference);
      if (request.state === 'begun') {
        throw new Conflict('request-not-sent', 'This request is not sent yet.');
      }
      if (request.selfHelp[step]) return request;
      const doneAt = this.clock.now().toISOString();
      const kept = { selfHelp: { ...request.selfHelp, [step]: doneAt } };
      const after = await this.requests.update(request, kept);
      await this.trail.record(actor, 'request.self-help-done', subjectOf(after), { step });
      return after;
    });
  }

  private async own(actor: Actor, reference: string): Promise<DoctorRequest> {
    const { organisationId, personId } = actor;
    const found = isReference(reference)
      ? await this.requests.lock(organisationId, reference)
      : undefined;
    if (found?.doctorId === personId) return found;
    throw new NotFound('request-not-found', 'We could not find that request.');
  }
}

function subjectOf({ id, caseId }: DoctorRequest) {
  return caseId ? { type: 'case', id: caseId } : { type: 'request', id };
}

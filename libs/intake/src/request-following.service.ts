import { Injectable } from '@nestjs/common';
import { type HearingForDoctor, HearingsService } from '#cases';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Conflict, isReference, NotFound, type Page, type PageQuery } from '#kernel';
import { Transactions } from '#platform';
import type { CaseProgress, DoctorRequest, OwnRequest } from './request.js';
import { RequestRepository } from './request.repository.js';

/** A request as its doctor follows it. */
export interface FollowedRequest {
  readonly request: DoctorRequest;
  /** How far its case has come; undefined before there is one, and while it is walled off. */
  readonly progress: CaseProgress | undefined;
  /** Hearings about it: when and where, never what is written about them. Also while the case is walled off. */
  readonly hearings: readonly HearingForDoctor[];
}

/** What a doctor may know of their own requests: never notes, triage, patient facts or drafts. */
@Injectable()
export class RequestFollowingService {
  constructor(
    private readonly tx: Transactions,
    private readonly requests: RequestRepository,
    private readonly hearings: HearingsService,
  ) {}

  /** The doctor's own requests, newest first. @throws Unreadable `cursor-wrong` */
  list(actor: Actor, query: PageQuery): Promise<Page<OwnRequest>> {
    requirePermission(actor, 'request:send');
    return this.tx.run(scopeOfActor(actor), () =>
      this.requests.listOwn(actor.organisationId, actor.personId, query),
    );
  }

  /** The request that the doctor is writing; undefined when there is none. */
  findBegun(actor: Actor): Promise<DoctorRequest | undefined> {
    requirePermission(actor, 'request:send');
    return this.tx.run(scopeOfActor(actor), () =>
      this.requests.findBegun(actor.organisationId, actor.personId),
    );
  }

  /** One of the doctor's own requests. @throws NotFound `request-not-found`, alike for somebody else's. */
  get(actor: Actor, reference: string): Promise<FollowedRequest> {
    requirePermission(actor, 'request:send');
    return this.tx.run(scopeOfActor(actor), async () => {
      const { organisationId, personId } = actor;
      const request = isReference(reference)
        ? await this.requests.find(organisationId, reference)
        : undefined;
      if (request?.doctorId !== personId) {
        throw new NotFound('request-not-found', 'We could not find that request.');
      }
      const progress = request.caseId
        ? await this.requests.caseProgress(organisationId, request.caseId)
        : undefined;
      const hearings = request.caseId
        ? await this.hearings.listForDoctor(actor, request.caseId)
        : [];
      return { request, progress, hearings };
    });
  }

  /**
   * One of the doctor's own requests, to which something may be added: written or sent, and not over.
   *
   * @throws NotFound as {@link get}; Conflict `request-over`
   */
  async getToAddTo(actor: Actor, reference: string): Promise<DoctorRequest> {
    const { request, progress } = await this.get(actor, reference);
    if (request.state !== 'declined' && progress?.state !== 'closed') return request;
    throw new Conflict('request-over', 'This request is over. Send a new one if there is more.');
  }
}

import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Case, CaseOpeningService, CaseReadingService } from '#cases';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { type CaseId, Conflict, isReference, NotFound, type Page, type PageQuery } from '#kernel';
import { Transactions } from '#platform';
import { DecidedRequests } from './decided-requests.js';
import { type Acceptance, incidentOf, triageFactsOf } from './incident-of-request.js';
import type { DoctorRequest, InboxRow, SentRequest } from './request.js';
import { RequestRepository } from './request.repository.js';

/** A request as an adviser reads it before deciding. */
export interface ReceivedRequest {
  readonly request: SentRequest;
  readonly doctorName: string;
  /** Who decided; empty while it waits. */
  readonly decidedByName: string;
  /** Reference of its case; undefined before there is one. */
  readonly caseReference: string | undefined;
  /** Cases and requests about the same address. */
  readonly duplicates: { cases: { reference: string; title: string }[]; requests: string[] };
}

/** The advisers' inbox: reading requests, accepting them as cases, declining them. */
@Injectable()
export class RequestDecidingService {
  constructor(
    private readonly tx: Transactions,
    private readonly requests: RequestRepository,
    private readonly opening: CaseOpeningService,
    private readonly cases: CaseReadingService,
    private readonly decided: DecidedRequests,
    private readonly trail: AuditTrail,
  ) {}

  /** Requests that wait for an answer, the one to be answered first first. @throws Unreadable `cursor-wrong` */
  listWaiting(actor: Actor, query: PageQuery): Promise<Page<InboxRow>> {
    requirePermission(actor, 'request:decide');
    return this.tx.run(scopeOfActor(actor), () =>
      this.requests.listWaiting(actor.organisationId, query),
    );
  }

  /** One request that was sent. @throws NotFound `request-not-found`, also where its case is walled off. */
  get(actor: Actor, reference: string): Promise<ReceivedRequest> {
    requirePermission(actor, 'request:decide');
    return this.tx.run(scopeOfActor(actor), async () => {
      const { organisationId } = actor;
      const request = requireSent(
        isReference(reference) ? await this.requests.find(organisationId, reference) : undefined,
      );
      const { caseId, decidedBy, doctorId } = request;
      const caseReference = caseId
        ? await this.requests.caseReference(organisationId, caseId)
        : undefined;
      if (caseId && !caseReference) throw requestNotFound();
      return {
        request,
        doctorName: await this.requests.personName(organisationId, doctorId),
        decidedByName: decidedBy ? await this.requests.personName(organisationId, decidedBy) : '',
        caseReference,
        duplicates: await this.duplicatesOf(actor, request, caseReference),
      };
    });
  }

  /** Reference of the request that a case came from. */
  findReferenceOfCase(actor: Actor, caseId: CaseId): Promise<string | undefined> {
    requirePermission(actor, 'case:read');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.requests.findByCase(actor.organisationId, caseId);
      return found?.reference;
    });
  }

  /**
   * Makes a request a case, which then belongs to the one who accepts.
   *
   * @param version of the request as the adviser read it; left out, whatever waits is accepted.
   * @throws NotFound `request-not-found`; Conflict `request-decided` when somebody else was faster.
   */
  accept(
    actor: Actor,
    reference: string,
    { version, ...chosen }: Acceptance & { version?: number | undefined } = {},
  ): Promise<Case> {
    requirePermission(actor, 'request:decide');
    return this.tx.run(scopeOfActor(actor), async () => {
      const request = await this.takeWaiting(actor, reference, version);
      const { organisationId, doctorId } = request;
      const doctorName = await this.requests.personName(organisationId, doctorId);
      const incident = incidentOf(request.answers, { doctorId, doctorName }, chosen);
      const known = triageFactsOf(request.answers);
      const opened = await this.opening.open(actor, incident, known);
      await this.requests.insertTriageFacts(organisationId, opened.id, known);
      const decision = { state: 'accepted' as const, caseId: opened.id };
      await this.decided.keep(actor, request, decision, { caseReference: opened.reference });
      await this.trail.record(
        actor,
        'case.came-from-request',
        { type: 'case', id: opened.id },
        { reference },
      );
      return opened;
    });
  }

  /**
   * Says no to a request, with a reason in words for the doctor.
   *
   * @throws NotFound `request-not-found`; Conflict `request-decided`
   */
  decline(
    actor: Actor,
    reference: string,
    { version, reason }: { version?: number | undefined; reason: string },
  ): Promise<void> {
    requirePermission(actor, 'request:decide');
    return this.tx.run(scopeOfActor(actor), async () => {
      const request = await this.takeWaiting(actor, reference, version);
      await this.decided.keep(actor, request, { state: 'declined', declineReason: reason });
    });
  }

  /** Holds the request so that of two who decide at once the second sees what the first did. */
  private async takeWaiting(
    actor: Actor,
    reference: string,
    version: number | undefined,
  ): Promise<SentRequest> {
    const request = requireSent(
      isReference(reference)
        ? await this.requests.lock(actor.organisationId, reference)
        : undefined,
    );
    if (request.state !== 'sent' || (version !== undefined && version !== request.version)) {
      throw new Conflict(
        'request-decided',
        'Somebody else has decided this request in the meantime. Nothing of yours was saved.',
        { state: request.state },
      );
    }
    return request;
  }

  private async duplicatesOf(
    actor: Actor,
    { id, answers }: SentRequest,
    own: string | undefined,
  ): Promise<ReceivedRequest['duplicates']> {
    if (answers.url === '') return { cases: [], requests: [] };
    const cases = await this.cases.listByUrl(actor, answers.url);
    const requests = await this.requests.listByUrl(actor.organisationId, answers.url, id);
    return {
      cases: cases.filter(({ reference }) => reference !== own),
      requests: requests.map(({ reference }) => reference),
    };
  }
}

/** A request that is still being written is nobody's but the doctor's. */
function requireSent(request: DoctorRequest | undefined): SentRequest {
  if (!request || request.state === 'begun') {
    throw requestNotFound();
  }
  return request as SentRequest;
}

function requestNotFound(): NotFound {
  return new NotFound('request-not-found', 'We could not find that request.');
}

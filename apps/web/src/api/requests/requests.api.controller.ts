import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Actor, can } from '#identity';
import {
  type DoctorRequest,
  type ReceivedRequest,
  type RequestAnswers,
  RequestDecidingService,
  RequestFollowingService,
  RequestSendingService,
  SelfHelpService,
} from '#intake';
import { LettersToDoctor } from '#responses';
import { Action } from '../../http/action.js';
import { type ListQuery, listQuery, referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import {
  type DecisionBody,
  decisionBody,
  requestBody,
  type SelfHelpBody,
  selfHelpBody,
} from './requests.dto.js';

/** Doctors' requests for programs: sending one, the advisers' inbox, deciding. */
@Controller('api/v1/requests')
export class RequestsApi {
  constructor(
    private readonly sending: RequestSendingService,
    private readonly following: RequestFollowingService,
    private readonly deciding: RequestDecidingService,
    private readonly letters: LettersToDoctor,
    private readonly selfHelp: SelfHelpService,
  ) {}

  @Get()
  @Action({ permission: 'request:decide' })
  list(@CurrentActor() actor: Actor, @Query({ schema: listQuery }) query: ListQuery) {
    return this.deciding.listWaiting(actor, query);
  }

  @Post()
  @Action({ permission: 'request:send', audit: 'request.sent' })
  async send(@CurrentActor() actor: Actor, @Body({ schema: requestBody }) body: RequestAnswers) {
    return ownRequest(await this.sending.sendWhole(actor, body));
  }

  /** Advisers read what was sent; a doctor reads their own. */
  @Get(':reference')
  @Action({ permission: ['request:decide', 'request:send'] })
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
  ) {
    if (can(actor, 'request:decide')) {
      return receivedRequest(await this.deciding.get(actor, reference));
    }
    const { request, progress, hearings } = await this.following.get(actor, reference);
    const letters = request.caseId ? await this.letters.list(actor, request.caseId) : [];
    return { ...ownRequest(request), progress: progress ?? null, letters, hearings };
  }

  /** Ticks what the doctor has done for themselves; ticked again, it keeps its first date. */
  @Post(':reference/self-help')
  @HttpCode(200)
  @Action({ permission: 'request:send', audit: 'request.self-help-done' })
  async tick(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
    @Body({ schema: selfHelpBody }) { step }: SelfHelpBody,
  ) {
    return ownRequest(await this.selfHelp.tick(actor, reference, step));
  }

  @Post(':reference/decision')
  @HttpCode(200)
  @Action({ permission: 'request:decide', audit: 'request.accepted' })
  async decide(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
    @Body({ schema: decisionBody }) body: DecisionBody,
  ) {
    if (body.decision === 'decline') await this.deciding.decline(actor, reference, body);
    else {
      const { decision: _decision, ...chosen } = body;
      await this.deciding.accept(actor, reference, chosen);
    }
    return receivedRequest(await this.deciding.get(actor, reference));
  }
}

function ownRequest({ reference, state, answers, ...rest }: DoctorRequest) {
  const { begunAt, sentAt, answerBy, declineReason, selfHelp, version } = rest;
  return { reference, state, answers, begunAt, sentAt, answerBy, declineReason, selfHelp, version };
}

function receivedRequest({ request, ...rest }: ReceivedRequest) {
  return {
    ...ownRequest(request),
    doctorName: rest.doctorName,
    decidedAt: request.decidedAt,
    decidedByName: rest.decidedByName || null,
    caseReference: rest.caseReference ?? null,
    duplicates: rest.duplicates,
  };
}

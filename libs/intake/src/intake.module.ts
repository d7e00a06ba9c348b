import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { AcceptedRequests } from './accepted-requests.js';
import { AlertAnsweringService } from './alert-answering.service.js';
import { AlertRaisingService } from './alert-raising.service.js';
import { AlertRepository } from './alert.repository.js';
import { DecidedRequests } from './decided-requests.js';
import { DoctorsToTell } from './doctors-to-tell.js';
import { RaiseCaseAlert } from './raise-case-alert.handler.js';
import { RequestDecidingService } from './request-deciding.service.js';
import { RequestEntity } from './request.entity.js';
import { RequestFollowingService } from './request-following.service.js';
import { RequestKeepers } from './request-keepers.js';
import { RequestRepository } from './request.repository.js';
import { RequestSendingService } from './request-sending.service.js';
import { SelfHelpService } from './self-help.service.js';

/** Tables of this lib. */
export const INTAKE_ENTITIES = [RequestEntity];

const SERVICES = [
  AcceptedRequests,
  AlertAnsweringService,
  AlertRaisingService,
  DoctorsToTell,
  RaiseCaseAlert,
  RequestDecidingService,
  RequestFollowingService,
  RequestKeepers,
  RequestSendingService,
  SelfHelpService,
];

/** Doctors' requests, and alerts that somebody is in danger. */
@Module({
  imports: [CasesModule],
  providers: [...SERVICES, AlertRepository, DecidedRequests, RequestRepository],
  exports: [...SERVICES, AlertRepository],
})
export class IntakeModule {}

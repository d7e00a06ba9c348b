import { Module } from '@nestjs/common';
import { IntakeModule } from '#intake';
import { AlertsApi } from '../../api/requests/alerts.api.controller.js';
import { RequestsApi } from '../../api/requests/requests.api.controller.js';
import { AlertsPages } from './alerts.pages.controller.js';
import { InboxPages } from './inbox.pages.controller.js';
import { MyRequestsPages } from './my-requests.pages.controller.js';
import { QuestionPages } from './questions.pages.controller.js';
import { StartPages } from './start.pages.controller.js';

/** Doctors' requests and alerts: pages and API. Fixed addresses come before those with a parameter. */
@Module({
  imports: [IntakeModule],
  controllers: [
    StartPages,
    QuestionPages,
    MyRequestsPages,
    InboxPages,
    AlertsPages,
    RequestsApi,
    AlertsApi,
  ],
})
export class RequestsWebModule {}

import { Module } from '@nestjs/common';
import { EvidenceModule } from '#evidence';
import { IntakeModule } from '#intake';
import { ResponsesModule } from '#responses';
import { AlertsApi } from '../../api/requests/alerts.api.controller.js';
import { OwnLettersApi } from '../../api/letters/own-letters.api.controller.js';
import { OwnLetters } from '../../api/letters/own-letters.js';
import { OwnWordsApi } from '../../api/requests/own-words.api.controller.js';
import { OwnWordsOfRequest } from '../../api/requests/own-words.js';
import { PublicHelpApi } from '../../api/requests/public-help.api.controller.js';
import { RequestFilesApi } from '../../api/requests/request-files.api.controller.js';
import { RequestsApi } from '../../api/requests/requests.api.controller.js';
import { HttpModule } from '../../http/http.module.js';
import { AlertsPages } from './alerts.pages.controller.js';
import { InboxPages } from './inbox.pages.controller.js';
import { MyRequestsPages } from './my-requests.pages.controller.js';
import { OwnFilesPages } from './own-files.pages.controller.js';
import { OwnLettersPages } from './own-letters.pages.controller.js';
import { OwnWordsPages } from './own-words.pages.controller.js';
import { PublicHelpPages } from './public-help.pages.controller.js';
import { QuestionPages } from './questions.pages.controller.js';
import { RequestFiles } from './request-files.js';
import { RequestFilesPages } from './request-files.pages.controller.js';
import { StartPages } from './start.pages.controller.js';

/** Doctors' requests and alerts: pages and API. Fixed addresses come before those with a parameter. */
@Module({
  imports: [EvidenceModule, HttpModule, IntakeModule, ResponsesModule],
  providers: [OwnLetters, OwnWordsOfRequest, RequestFiles],
  controllers: [
    PublicHelpPages,
    StartPages,
    QuestionPages,
    MyRequestsPages,
    OwnFilesPages,
    OwnLettersPages,
    OwnWordsPages,
    RequestFilesPages,
    InboxPages,
    AlertsPages,
    PublicHelpApi,
    RequestsApi,
    OwnLettersApi,
    OwnWordsApi,
    RequestFilesApi,
    AlertsApi,
  ],
  exports: [IntakeModule],
})
export class RequestsWebModule {}

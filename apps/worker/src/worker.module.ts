import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { AuditModule } from '#audit';
import { CASE_ENTITIES, CasesModule, CompareOnOpenCases, RecomputeClocks } from '#cases';
import { EvidenceModule, RemoveEvidenceContent, RemoveSentContent } from '#evidence';
import { IdentityModule } from '#identity';
import { INTAKE_ENTITIES, IntakeModule, RaiseCaseAlert } from '#intake';
import { GuidanceModule, KnowledgeModule } from '#knowledge';
import {
  NotificationsModule,
  SendMail,
  SettleSignature,
  TellOfAnswer,
  TellOfAnswerAboutWords,
  TellOfBrokenGlass,
  TellOfDeadline,
  TellOfHearing,
  TellOfLetter,
  TellOfSentFile,
  TellOfSignature,
  TellOfWaiver,
  TellOfWords,
} from '#notifications';
import { type Config, type JobHandler, type Logger, PlatformModule } from '#platform';
import {
  MakeExport,
  RefreshCaseFigures,
  RefreshModeratorFigure,
  ReportingModule,
} from '#reporting';
import { ReferralsModule } from '#referrals';
import { RESPONSE_ENTITIES, ResponsesModule } from '#responses';
import { CheckLinks } from './check-links.timer.js';
import { ExpireExports } from './expire-exports.timer.js';
import { Relay } from './relay.js';
import { JOB_HANDLERS, Schedules, TIMERS } from './schedules.js';
import { SealAuditLogs } from './seal-audit-logs.timer.js';
import { SweepOldRows } from './sweep-old-rows.timer.js';
import { TakeFilesOfAccepted, TakeSentFile } from './take-sent-files.handlers.js';
import { WarnOfDeadlines } from './warn-of-deadlines.timer.js';
import { WatchGuidance } from './watch-guidance.timer.js';

const TIMER_CLASSES = [
  Relay,
  SealAuditLogs,
  SweepOldRows,
  ExpireExports,
  WatchGuidance,
  CheckLinks,
  WarnOfDeadlines,
];
const HANDLER_CLASSES: Type<JobHandler>[] = [
  RefreshCaseFigures,
  MakeExport,
  CompareOnOpenCases,
  RecomputeClocks,
  TellOfAnswer,
  TellOfAnswerAboutWords,
  TellOfBrokenGlass,
  TellOfDeadline,
  TellOfHearing,
  TellOfLetter,
  TellOfSentFile,
  TellOfSignature,
  TellOfWaiver,
  TellOfWords,
  SettleSignature,
  SendMail,
  RaiseCaseAlert,
  RefreshModeratorFigure,
  RemoveEvidenceContent,
  RemoveSentContent,
  TakeFilesOfAccepted,
  TakeSentFile,
];

/** The worker process: relays the outbox, does the jobs, keeps the timers. Any number of them may run. */
@Module({})
export class WorkerModule {
  static with(config: Config, logger: Logger): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.with({
          config,
          logger,
          entities: [...CASE_ENTITIES, ...INTAKE_ENTITIES, ...RESPONSE_ENTITIES],
        }),
        AuditModule,
        IdentityModule,
        GuidanceModule,
        CasesModule,
        KnowledgeModule,
        EvidenceModule,
        ReferralsModule,
        ReportingModule,
        ResponsesModule,
        IntakeModule,
        NotificationsModule,
      ],
      providers: [
        Schedules,
        ...TIMER_CLASSES,
        ...HANDLER_CLASSES,
        { provide: TIMERS, useFactory: (...timers: unknown[]) => timers, inject: TIMER_CLASSES },
        {
          provide: JOB_HANDLERS,
          useFactory: (...handlers: unknown[]) => handlers,
          inject: HANDLER_CLASSES,
        },
      ],
    };
  }
}

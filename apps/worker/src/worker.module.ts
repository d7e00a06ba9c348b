import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { AuditModule } from '#audit';
import { CASE_ENTITIES, CasesModule } from '#cases';
import { IdentityModule } from '#identity';
import { INTAKE_ENTITIES, IntakeModule } from '#intake';
import { type Config, type JobHandler, type Logger, PlatformModule } from '#platform';
import {
  MakeExport,
  RefreshCaseFigures,
  RefreshModeratorFigure,
  ReportingModule,
} from '#reporting';
import { ExpireExports } from './expire-exports.timer.js';
import { RESPONSE_ENTITIES, ResponsesModule } from '#responses';
import { Relay } from './relay.js';
import { JOB_HANDLERS, Schedules, TIMERS } from './schedules.js';
import { SealAuditLogs } from './seal-audit-logs.timer.js';
import { SweepOldRows } from './sweep-old-rows.timer.js';

const TIMER_CLASSES = [Relay, SealAuditLogs, SweepOldRows, ExpireExports];
const HANDLER_CLASSES: Type<JobHandler>[] = [
  RefreshCaseFigures,
  RefreshModeratorFigure,
  MakeExport,
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
        CasesModule,
        ReportingModule,
        ResponsesModule,
        IntakeModule,
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

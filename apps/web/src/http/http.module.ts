import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { IntakeModule } from '#intake';
import { NotificationsModule } from '#notifications';
import { ReferralsModule } from '#referrals';
import { createViewEngine, type ViewEngine } from '../views/view-engine.js';
import { AlertCount } from './alert-count.js';
import { AccessGuard } from './access.guard.js';
import { FailureFilter } from './failure.filter.js';
import { FrameFacts } from './frame-facts.js';
import { FormRedisplay } from './form-redisplay.js';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';
import { NoticeCount } from './notice-count.js';
import { OnceInterceptor } from './once.interceptor.js';
import { PageRenderer } from './page-renderer.js';
import { SignatureCount } from './signature-count.js';
import { UploadInterceptor } from './upload.interceptor.js';
import { UnsentForms } from './unsent-form.js';
import { SchemaPipe } from './validation.js';
import { ViewInterceptor } from './view.interceptor.js';

/** Injection token of the page templates' engine. */
export const VIEWS = Symbol('views');

/** Root of the project, from the place of the compiled file: dist/apps/web/src/http. */
export const PROJECT_ROOT = join(import.meta.dirname, '../../../../..');

function openViews(): ViewEngine {
  const views = createViewEngine({ directory: join(PROJECT_ROOT, 'templates/pages') });
  views.warm();
  return views;
}

/** What every route passes through: access, validation, once-only writes, views, failures. */
@Module({
  imports: [IntakeModule, NotificationsModule, ReferralsModule],
  controllers: [HealthController, MetricsController],
  providers: [
    { provide: VIEWS, useFactory: openViews },
    {
      provide: PageRenderer,
      useFactory: (views: ViewEngine, facts: FrameFacts) => new PageRenderer(views, facts),
      inject: [VIEWS, FrameFacts],
    },
    AlertCount,
    NoticeCount,
    SignatureCount,
    FrameFacts,
    FormRedisplay,
    UnsentForms,
    FailureFilter,
    { provide: APP_FILTER, useExisting: FailureFilter },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_PIPE, useClass: SchemaPipe },
    { provide: APP_INTERCEPTOR, useClass: ViewInterceptor },
    { provide: APP_INTERCEPTOR, useClass: UploadInterceptor },
    { provide: APP_INTERCEPTOR, useClass: OnceInterceptor },
  ],
  exports: [AlertCount, NoticeCount, SignatureCount, PageRenderer, FailureFilter],
})
export class HttpModule {}

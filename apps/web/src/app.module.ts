import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from '#audit';
import { CASE_ENTITIES, CasesModule } from '#cases';
import { IdentityModule } from '#identity';
import { INTAKE_ENTITIES } from '#intake';
import { type Config, type Logger, PlatformModule } from '#platform';
import { CasesApi } from './api/cases/cases.api.controller.js';
import { HttpModule } from './http/http.module.js';
import { CasesPages } from './pages/cases/cases.pages.controller.js';
import { HomePages } from './pages/home/home.pages.controller.js';
import { RequestsWebModule } from './pages/requests/requests.web.module.js';
import { SignInPages } from './pages/sign-in/sign-in.pages.controller.js';

/** The web process: pages for people and an API for programs over the same services. */
@Module({})
export class AppModule {
  static with(config: Config, logger: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with({ config, logger, entities: [...CASE_ENTITIES, ...INTAKE_ENTITIES] }),
        AuditModule,
        IdentityModule,
        CasesModule,
        HttpModule,
        RequestsWebModule,
      ],
      controllers: [SignInPages, HomePages, CasesPages, CasesApi],
    };
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import { CaseReferences } from '#cases';
import { type Actor, AuditReading } from '#identity';
import { auditFilter, type AuditPageQuery, auditQuery } from '../../api/admin/admin.dto.js';
import { Action } from '../../http/action.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { View } from '../../http/view.interceptor.js';
import { auditView } from './audit.view.js';

/** Who did what and when, in the whole organisation. */
@Controller('audit')
export class AuditPages {
  constructor(
    private readonly audit: AuditReading,
    private readonly cases: CaseReferences,
  ) {}

  @Get()
  @Action({ permission: 'audit:read' })
  @View('audit/index')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: auditQuery }) query: AuditPageQuery,
  ): Promise<PageView> {
    const events = await this.audit.list(actor, auditFilter(query));
    const references = await this.cases.of(
      actor,
      events.items.map((entry) => entry.subjectId),
    );
    const sealed = await this.audit.sealedTo(actor);
    const seesContent = this.audit.seesContent(actor);
    return auditView(query, { events, references, sealed, seesContent });
  }
}

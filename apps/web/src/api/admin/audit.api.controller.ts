import { Controller, Get, Query } from '@nestjs/common';
import { CaseReferences } from '#cases';
import { type Actor, AuditReading } from '#identity';
import { Action } from '../../http/action.js';
import { CurrentActor } from '../../http/request-context.js';
import { auditFilter, type AuditPageQuery, auditQuery } from './admin.dto.js';

/** The audit trail for programs, such as a store of security events. */
@Controller('api/v1/audit/events')
export class AuditApi {
  constructor(
    private readonly audit: AuditReading,
    private readonly cases: CaseReferences,
  ) {}

  @Get()
  @Action({ permission: 'audit:read' })
  async list(@CurrentActor() actor: Actor, @Query({ schema: auditQuery }) query: AuditPageQuery) {
    const { items, next } = await this.audit.list(actor, auditFilter(query));
    const references = await this.cases.of(
      actor,
      items.map((entry) => entry.subjectId),
    );
    const sealed = await this.audit.sealedTo(actor);
    return {
      items: items.map(({ subjectType, subjectId, actorName, ...entry }) => {
        const reference = references.get(subjectId);
        const subject = reference ? { reference } : { id: subjectId };
        return { ...entry, by: actorName, subject: { type: subjectType, ...subject } };
      }),
      next,
      sealedTo: sealed ?? null,
    };
  }
}

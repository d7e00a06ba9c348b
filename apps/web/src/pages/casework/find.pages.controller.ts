import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CaseReadingService, hearReference } from '#cases';
import type { Actor } from '#identity';
import { NotFound } from '#kernel';
import { Action } from '../../http/action.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';

const findQuery = z.strictObject({ reference: z.string().max(100).default('') });

/** Finds a case by its reference, as it is read out or typed. */
@Controller('find')
export class FindPages {
  constructor(private readonly reading: CaseReadingService) {}

  @Get()
  @Action({ permission: 'case:read' })
  @View('find')
  async find(
    @CurrentActor() actor: Actor,
    @Query({ schema: findQuery }) { reference: typed }: z.output<typeof findQuery>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageView | SeeOther> {
    const reference = hearReference(typed);
    if (reference && (await this.isThere(actor, reference))) return seeOther(`/cases/${reference}`);
    if (typed !== '') reply.status(404);
    return {
      page: { title: 'Find a case' },
      typed: typed.trim(),
      isReference: reference !== undefined,
      values: { reference: typed },
    };
  }

  private async isThere(actor: Actor, reference: string): Promise<boolean> {
    try {
      await this.reading.get(actor, reference);
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  }
}

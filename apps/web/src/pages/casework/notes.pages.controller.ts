import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CaseReadingService, NotesService } from '#cases';
import { type Actor, can } from '#identity';
import { type CaseParams, type NoteBody, noteBody } from '../../api/casework/casework.dto.js';
import { Action } from '../../http/action.js';
import { type ListQuery, listQuery, referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { listPages } from '../../views/list-pages.js';
import { caseBarOf, timelineItems } from '../cases/cases.view.js';

/** The staff's notes on a case, and what happened on it. */
@Controller('cases/:reference')
export class NotesPages {
  constructor(
    private readonly reading: CaseReadingService,
    private readonly notes: NotesService,
  ) {}

  @Get('notes')
  @Action({ permission: 'case:read' })
  @View('cases/notes')
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    const { found } = overview;
    const { items, next } = await this.notes.list(actor, reference, query);
    const base = `/cases/${reference}/notes`;
    return {
      page: { title: 'Notes' },
      caseBar: caseBarOf(found, base, overview),
      base,
      notes: items.map((note) => ({
        text: note.text,
        at: note.writtenAt.toISOString(),
        by: note.writtenByName,
        mine: note.isOwn,
        staffOnly: true,
        privileged: note.isPrivileged,
      })),
      pages: listPages(base, next),
      canWrite: can(actor, 'case:write'),
    };
  }

  @Post('notes')
  @Action({ permission: 'case:write', audit: 'note.added' })
  @FormOf('/cases/:reference/notes')
  async add(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: noteBody }) { text }: NoteBody,
  ): Promise<SeeOther> {
    await this.notes.add(actor, reference, text);
    return seeOther(`/cases/${reference}/notes`, 'Note added.');
  }

  @Get('timeline')
  @Action({ permission: 'case:read' })
  @View('cases/timeline')
  async timeline(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    const { items, next } = await this.reading.timeline(actor, reference, query);
    const base = `/cases/${reference}/timeline`;
    return {
      page: { title: 'Timeline' },
      caseBar: caseBarOf(overview.found, base, overview),
      items: timelineItems(items),
      pages: listPages(base, next),
    };
  }
}

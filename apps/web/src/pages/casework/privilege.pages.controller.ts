import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  type Case,
  CaseReadingService,
  NotesService,
  PRIVILEGE_LIFTERS,
  PrivilegeService,
} from '#cases';
import type { Actor } from '#identity';
import { WorksheetsService } from '#referrals';
import { DraftReadingService } from '#responses';
import { type CaseParams, type PartParams, partParams } from '../../api/casework/casework.dto.js';
import {
  type LiftingBody,
  liftingBody,
  type MarkForm,
  markForm,
} from '../../api/casework/privilege.dto.js';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { type Markable, markView, privilegeView } from './privilege.view.js';

/** What of a case is marked as legally privileged. */
@Controller('cases/:reference/privilege')
export class PrivilegePages {
  constructor(
    private readonly reading: CaseReadingService,
    private readonly privilege: PrivilegeService,
    private readonly notes: NotesService,
    private readonly drafts: DraftReadingService,
    private readonly worksheets: WorksheetsService,
  ) {}

  @Get()
  @Action({ permission: 'case:read' })
  @View('cases/privilege')
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    const marks = await this.privilege.list(actor, reference);
    return privilegeView(
      overview,
      { marks, items: await this.items(actor, overview.found) },
      actor,
    );
  }

  @Post()
  @Action({ permission: 'case:write', audit: 'privilege.marked' })
  @FormOf('/cases/:reference/privilege')
  async mark(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: markForm }) { item: [kind, id], reason }: MarkForm,
  ): Promise<SeeOther> {
    await this.privilege.mark(actor, reference, { kind, subjectId: id as Case['id'], reason });
    return seeOther(`/cases/${reference}/privilege`, 'Marked as privileged.');
  }

  @Get(':id')
  @Action({ permission: PRIVILEGE_LIFTERS })
  @View('cases/privilege-mark')
  async startLifting(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    return markView(overview, await this.privilege.getInForce(actor, reference, id));
  }

  @Post(':id/lifting')
  @Action({ permission: PRIVILEGE_LIFTERS, audit: 'privilege.lifted' })
  @FormOf('/cases/:reference/privilege/:id')
  async lift(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: liftingBody }) { liftedReason }: LiftingBody,
  ): Promise<SeeOther> {
    await this.privilege.lift(actor, reference, id, liftedReason);
    return seeOther(`/cases/${reference}/privilege`, 'The mark is lifted.');
  }

  /** Everything of a case that can be marked, the newest hundred notes among it. */
  private async items(actor: Actor, { reference }: Case): Promise<Markable> {
    const { items: notes } = await this.notes.list(actor, reference, { limit: 100 });
    const { drafts } = await this.drafts.listOfCase(actor, reference);
    const { entries } = await this.worksheets.list(actor, reference);
    return { notes, drafts, worksheets: entries };
  }
}

import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { CaseReadingService } from '#cases';
import type { Actor } from '#identity';
import { DraftCompositionService, DraftReadingService, PublishedBodiesService } from '#responses';
import { Action } from '../../http/action.js';
import { line, referenceParams, text } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { draftListView, givenInForm, newDraftView } from './drafts.view.js';

/** `own` is the organisation itself. */
const body = z
  .union([z.enum(['', 'own']).transform(() => null), z.uuid()])
  .optional()
  .default(null);

const newQuery = z.object({ template: line('the template', 100).default(''), body });

const newParams = referenceParams.extend({ template: z.string().max(100), body });

/** Answers under the names of the fields, which the template decides. */
const answers = z.record(z.string().max(200), text('the answer', 4000));

/** The drafts of a case, and making one from a template. */
@Controller('cases/:reference/drafts')
export class DraftsPages {
  constructor(
    private readonly cases: CaseReadingService,
    private readonly reading: DraftReadingService,
    private readonly composition: DraftCompositionService,
    private readonly bodies: PublishedBodiesService,
  ) {}

  @Get()
  @Action({ permission: 'case:read' })
  @View('drafts/list')
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
  ): Promise<PageView> {
    const { found, drafts } = await this.reading.listOfCase(actor, reference);
    const offered = this.reading.offerTemplates(found);
    return draftListView(found, { drafts, offered }, await this.cases.standing(actor, found));
  }

  @Get('new')
  @Action({ permission: 'draft:write' })
  @View('drafts/new')
  async start(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
    @Query({ schema: newQuery }) query: z.output<typeof newQuery>,
  ): Promise<PageView> {
    const found = await this.cases.get(actor, reference);
    const wanted = { template: query.template, bodyId: query.body, given: NOTHING };
    const preview = await this.composition.preview(actor, reference, wanted);
    const bodies = await this.bodies.list(actor);
    return newDraftView(found, { preview, bodies }, await this.cases.standing(actor, found));
  }

  @Post('new/:template/:body')
  @Action({ permission: 'draft:write', audit: 'draft.created' })
  @FormOf('/cases/:reference/drafts/new?template=:template&body=:body')
  async create(
    @CurrentActor() actor: Actor,
    @Param({ schema: newParams }) params: z.output<typeof newParams>,
    @Body({ schema: answers }) fields: Record<string, string>,
  ): Promise<SeeOther> {
    const { reference, template, body: bodyId } = params;
    const wanted = { template, bodyId, given: givenInForm(fields) };
    const draft = await this.composition.createFromTemplate(actor, reference, wanted);
    return seeOther(`/cases/${reference}/drafts/${draft.id}`, 'The draft is saved and checked.');
  }
}

const NOTHING = { inputs: {}, facts: {} };

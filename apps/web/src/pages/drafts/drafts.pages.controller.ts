import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { CaseReadingService } from '#cases';
import type { Actor } from '#identity';
import { Invalid } from '#kernel';
import { WorksheetPrefills } from '#referrals';
import {
  DraftCompositionService,
  DraftReadingService,
  PublishedBodiesService,
  TemplateOffersService,
} from '#responses';
import { Action } from '../../http/action.js';
import { line, referenceParams, text, tick } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import { NotKept } from '../../http/not-kept.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor, TypedBefore } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { givenInPrefills } from './draft-prefills.js';
import { draftListView, givenInForm, newDraftView } from './drafts.view.js';

/** `own` is the organisation itself. */
const bodyKey = z.union([z.enum(['', 'own']).transform(() => null), z.uuid()]);

const body = bodyKey.optional().default(null);

const newQuery = z.object({ template: line('the template', 100).default(''), body });

const newParams = referenceParams.extend({ template: z.string().max(100), body });

/** Template and body, and the answers under the names of the fields, which the template decides. */
const newForm = z
  .object({
    template: line('the template', 100).optional(),
    body: bodyKey.optional(),
    isDoctorsWords: tick,
  })
  .catchall(text('the answer', 4000));
type NewForm = z.output<typeof newForm>;

/** The drafts of a case, and making one from a template. */
@Controller('cases/:reference/drafts')
export class DraftsPages {
  constructor(
    private readonly cases: CaseReadingService,
    private readonly reading: DraftReadingService,
    private readonly offers: TemplateOffersService,
    private readonly composition: DraftCompositionService,
    private readonly bodies: PublishedBodiesService,
    private readonly prefills: WorksheetPrefills,
  ) {}

  @Get()
  @Action({ permission: 'case:read' })
  @View('drafts/list')
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
  ): Promise<PageView> {
    const { found, drafts } = await this.reading.listOfCase(actor, reference);
    const offered = await this.offers.offerTemplates(found);
    return draftListView(found, { drafts, offered }, await this.cases.standing(actor, found));
  }

  @Get('new')
  @Action({ permission: 'draft:write' })
  @View('drafts/new')
  async start(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
    @Query({ schema: newQuery }) query: z.output<typeof newQuery>,
    @TypedBefore() typed: Readonly<Record<string, unknown>>,
  ): Promise<PageView> {
    return this.form(actor, reference, { ...query, ...chosenIn(typed) });
  }

  /** The form in the name of another body, with all that was typed into it. */
  @Post('new')
  @HttpCode(200)
  @NotKept()
  @Action({ permission: 'draft:write' })
  @FormOf('/cases/:reference/drafts/new')
  @View('drafts/new')
  async choose(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
    @Body({ schema: newForm }) { template = '', body = null, isDoctorsWords, ...fields }: NewForm,
  ): Promise<PageView> {
    const view = await this.form(actor, reference, { template, body });
    return {
      ...view,
      values: { ...view.values, ...fields, ...(isDoctorsWords && { isDoctorsWords: 'true' }) },
    };
  }

  @Post('new/:template/:body')
  @Action({ permission: 'draft:write', audit: 'draft.created' })
  @FormOf('/cases/:reference/drafts/new?template=:template&body=:body')
  async create(
    @CurrentActor() actor: Actor,
    @Param({ schema: newParams }) params: z.output<typeof newParams>,
    @Body({ schema: newForm }) { template: _, body: chosen, isDoctorsWords, ...fields }: NewForm,
  ): Promise<SeeOther> {
    const { reference, template, body: bodyId } = params;
    if (chosen !== undefined && chosen !== bodyId) throw bodyNotShown();
    const wanted = { template, bodyId, given: givenInForm(fields), isDoctorsWords };
    const draft = await this.composition.createFromTemplate(actor, reference, wanted);
    return seeOther(`/cases/${reference}/drafts/${draft.id}`, 'The draft is saved and checked.');
  }

  private async form(
    actor: Actor,
    reference: string,
    { template, body: bodyId }: z.output<typeof newQuery>,
  ): Promise<PageView> {
    const found = await this.cases.get(actor, reference);
    const prefills = await this.prefills.list(actor, reference, template);
    const given = givenInPrefills(prefills);
    const preview = await this.composition.preview(actor, reference, { template, bodyId, given });
    const bodies = await this.bodies.list(actor);
    return newDraftView(
      found,
      { preview, bodies, prefills },
      await this.cases.standing(actor, found),
    );
  }
}

/** What a form that is shown again was about: its address says less than it did. */
function chosenIn(typed: Readonly<Record<string, unknown>>): Partial<z.output<typeof newQuery>> {
  const [template, body] = [
    newForm.shape.template.safeParse(typed['template']).data,
    newForm.shape.body.safeParse(typed['body']).data,
  ];
  return { ...(template && { template }), ...(body !== undefined && { body }) };
}

/** No text is made in a name in which nobody has seen it. */
function bodyNotShown(): Invalid {
  const message = 'You chose another body. Read how the text goes out in its name, then make it';
  return new Invalid('body-not-shown', message, [{ field: 'body', message }]);
}

import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '#identity';
import { GuidanceReviews } from '#knowledge';
import {
  DraftCompositionService,
  PressStatementActs,
  PressStatementsService,
  PublishedBodiesService,
  statementOfCase,
} from '#responses';
import type { CaseParams } from '../../api/casework/casework.dto.js';
import { editBody, submissionBody } from '../../api/drafts/drafts.dto.js';
import { type PressPartParams, pressPartParams } from '../../api/press/press.dto.js';
import { Action } from '../../http/action.js';
import { line, referenceParams, text } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor, TypedBefore } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { givenInForm } from '../drafts/drafts.view.js';
import { newStatementView, statementView } from './statement.view.js';

/** `own` is the organisation itself. */
const bodyKey = z.union([z.enum(['', 'own']).transform(() => null), z.uuid()]).default(null);

const newQuery = z.object({ template: line('the template', 100).default(''), body: bodyKey });

const newParams = referenceParams.extend({ template: z.string().max(100), body: bodyKey });

/** Answers under the names of the fields, which the template decides. */
const newForm = z.object({}).catchall(text('the answer', 4000));

const editForm = z.strictObject({
  ...editBody.shape,
  ...submissionBody.shape,
  /** What the pressed button asks for. */
  action: z.enum(['check', 'submit']).default('check'),
});
type EditForm = z.output<typeof editForm>;

/** Writing press statements, from templates for the press alone. */
@Controller('press/:reference/statements')
export class PressStatementsPages {
  constructor(
    private readonly statements: PressStatementsService,
    private readonly acts: PressStatementActs,
    private readonly composition: DraftCompositionService,
    private readonly bodies: PublishedBodiesService,
    private readonly reviews: GuidanceReviews,
  ) {}

  @Get('new')
  @Action({ permission: 'press:write' })
  @View('press/new-statement')
  async start(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Query({ schema: newQuery }) { template, body: bodyId }: z.output<typeof newQuery>,
  ): Promise<PageView> {
    const wanted = { template, bodyId, given: { inputs: {}, facts: {} } };
    const preview = await this.composition.preview(actor, reference, wanted);
    return newStatementView(reference, { preview, bodies: await this.bodies.list(actor) });
  }

  @Post('new/:template/:body')
  @Action({ permission: 'press:write', audit: 'draft.created' })
  @FormOf('/press/:reference/statements/new?template=:template&body=:body')
  async create(
    @CurrentActor() actor: Actor,
    @Param({ schema: newParams }) params: z.output<typeof newParams>,
    @Body({ schema: newForm }) fields: Record<string, string>,
  ): Promise<SeeOther> {
    const { reference, template, body: bodyId } = params;
    const wanted = { template, bodyId, given: givenInForm(fields) };
    const { id } = await this.acts.create(actor, reference, wanted);
    return seeOther(`/press/${reference}/statements/${id}`, 'The statement is saved and checked.');
  }

  @Get(':id')
  @Action({ permission: 'case:read-press' })
  @View('press/statement')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: pressPartParams }) params: PressPartParams,
    @TypedBefore() typed: Readonly<Record<string, unknown>>,
  ): Promise<PageView> {
    const statement = statementOfCase(await this.statements.get(actor, params.id), params);
    return statementView(statement, actor, { sources: await this.reviews.rechecks(actor), typed });
  }

  @Post(':id')
  @Action({ permission: 'press:write', audit: 'draft.edited' })
  @FormOf('/press/:reference/statements/:id')
  async save(
    @CurrentActor() actor: Actor,
    @Param({ schema: pressPartParams }) params: PressPartParams,
    @Body({ schema: editForm }) form: EditForm,
  ): Promise<SeeOther> {
    const { reference, id } = params;
    const before = statementOfCase(await this.statements.get(actor, id), params);
    const saved = await this.acts.edit(actor, id, form);
    const here = `/press/${reference}/statements/${id}`;
    if (saved.textHash !== before.textHash) {
      return seeOther(here, 'Saved and checked.', 'Look at it, then press the button again.');
    }
    if (form.action === 'check') {
      await this.acts.recheck(actor, id);
      return seeOther(here, 'Checked.');
    }
    await this.acts.submit(actor, id, form.warningsReason);
    return seeOther(here, 'The statement waits for two approvals.');
  }
}

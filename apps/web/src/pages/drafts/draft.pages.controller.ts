import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { CaseReadingService } from '#cases';
import type { Actor } from '#identity';
import { GuidanceReviews } from '#knowledge';
import {
  type Draft,
  DraftCheckService,
  DraftCompositionService,
  DraftReadingService,
  fileOfCase,
  LettersService,
} from '#responses';
import {
  type DraftParams,
  draftParams,
  editBody,
  submissionBody,
} from '../../api/drafts/drafts.dto.js';
import { Action } from '../../http/action.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor, TypedBefore } from '../../http/request-context.js';
import { SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { draftView } from './draft.view.js';
import { findingKey } from './findings.view.js';

const editForm = z.strictObject({
  ...editBody.shape,
  ...submissionBody.shape,
  /** What the pressed button asks for. */
  action: z.enum(['check', 'submit']).default('check'),
  /** The finding whose suggestion is taken, as its button names it. */
  use: findingKey.optional(),
});
type EditForm = z.output<typeof editForm>;

/** The editor of a draft. */
@Controller('cases/:reference/drafts/:id')
export class DraftPages {
  constructor(
    private readonly composition: DraftCompositionService,
    private readonly checks: DraftCheckService,
    private readonly reading: DraftReadingService,
    private readonly cases: CaseReadingService,
    private readonly reviews: GuidanceReviews,
    private readonly letters: LettersService,
  ) {}

  @Get()
  @Action({ permission: 'case:read' })
  @View('drafts/show')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: draftParams }) params: DraftParams,
    @TypedBefore() typed: Readonly<Record<string, unknown>>,
  ): Promise<PageView> {
    const file = fileOfCase(await this.reading.get(actor, params.id), params);
    const standing = await this.cases.standing(actor, file.found);
    const sources = await this.reviews.rechecks(actor);
    const pdf = file.release !== undefined && (await this.letters.canMakePdf());
    return draftView(file, actor, { sources, standing, pdf, typed });
  }

  @Post()
  @Action({ permission: 'draft:write', audit: 'draft.edited' })
  @FormOf('/cases/:reference/drafts/:id')
  async save(
    @CurrentActor() actor: Actor,
    @Param({ schema: draftParams }) params: DraftParams,
    @Body({ schema: editForm }) form: EditForm,
  ): Promise<SeeOther> {
    const { draft: before } = fileOfCase(await this.reading.get(actor, params.id), params);
    const saved = await this.composition.edit(actor, params.id, form);
    const isChanged = saved.textHash !== before.textHash;
    const here = `/cases/${params.reference}/drafts/${params.id}`;
    if (isChanged) return new SeeOther(here, savedWords(saved, form));
    return this.act(actor, saved, form, here);
  }

  /** What a button asks for, once the words on the page are the words that are saved. */
  private async act(actor: Actor, { id, version }: Draft, form: EditForm, here: string) {
    if (form.use !== undefined) {
      await this.composition.applySuggestion(actor, id, { finding: form.use, version });
      return seeOther(here, 'The suggestion stands in the text now.');
    }
    if (form.action === 'check') {
      const checked = await this.checks.recheck(actor, id);
      return new SeeOther(here, checkedWords(checked));
    }
    await this.checks.submit(actor, id, form.warningsReason);
    return seeOther(here, 'The draft waits for approval.', 'Another person reads it now.');
  }
}

function checkedWords({ verdict }: Draft) {
  const text = {
    pass: 'Checked: nothing was found.',
    warn: 'Checked: there is something to consider.',
    block: 'Checked: some words must be fixed.',
  }[verdict];
  return { text, kind: verdict === 'pass' ? ('success' as const) : ('notice' as const) };
}

/** A button that acts on a text acts on the text that was checked, so changed words are only saved. */
function savedWords(saved: Draft, { action, use }: EditForm) {
  const { text, kind } = checkedWords(saved);
  const next =
    use !== undefined || action === 'submit'
      ? 'Look at it, then press the button again.'
      : undefined;
  return { text: `Saved. ${text}`, kind, ...(next && { detail: next }) };
}

import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Id } from '#kernel';
import { GuidanceReviews } from '#knowledge';
import {
  TemplateEditingService,
  TemplateLibraryService,
  TemplatePublishingService,
} from '#responses';
import { Action } from '../../http/action.js';
import { idParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor, TypedBefore } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { templateVersionView, wordingView } from './template-version.view.js';
import {
  againForm,
  atFields,
  type ProposalForm,
  proposalForm,
  seenForm,
  type WordingForm,
  wordingForm,
  wordingIn,
} from './template.forms.js';

const EITHER_PERSON = ['template:propose', 'template:publish'] as const;
const HERE = '/admin/templates/versions';

/** Versions of wordings: written and proposed by one person, published by another. */
@Controller('admin/templates/versions/:id')
export class TemplateVersionsPages {
  constructor(
    private readonly library: TemplateLibraryService,
    private readonly editing: TemplateEditingService,
    private readonly publishing: TemplatePublishingService,
    private readonly reviews: GuidanceReviews,
  ) {}

  @Get()
  @Action({ permission: EITHER_PERSON })
  @View('admin/templates/version')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
  ): Promise<PageView> {
    const review = await this.library.review(actor, id);
    return templateVersionView(actor, review, await this.reviews.rechecks(actor));
  }

  @Get('wording')
  @Action({ permission: 'template:propose' })
  @View('admin/templates/wording')
  async edit(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @TypedBefore() typed: Readonly<Record<string, unknown>>,
  ): Promise<PageView> {
    return wordingView(await this.library.review(actor, id), typed);
  }

  @Post('wording')
  @Action({ permission: 'template:propose', audit: 'template.changed' })
  @FormOf('/admin/templates/versions/:id/wording')
  async save(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: wordingForm }) form: WordingForm,
  ): Promise<SeeOther> {
    const seen = { id, version: form.version };
    await atFields(this.editing.save(actor, seen, wordingIn(form)));
    return seeOther(`${HERE}/${id}`, 'The words are saved.', 'Below is how they read.');
  }

  @Post('proposal')
  @Action({ permission: 'template:propose', audit: 'template.proposed' })
  @FormOf('/admin/templates/versions/:id')
  async propose(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: proposalForm }) { version, note }: ProposalForm,
  ): Promise<SeeOther> {
    await this.publishing.propose(actor, { id, version }, note);
    const next = 'Another person looks at it now and publishes it.';
    return seeOther(`${HERE}/${id}`, 'The version is proposed.', next);
  }

  @Post('again')
  @Action({ permission: 'template:propose', audit: 'template.proposed' })
  @FormOf('/admin/templates/versions/:id')
  async proposeAgain(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: againForm }) { note }: { note: string },
  ): Promise<SeeOther> {
    const made = await this.publishing.proposeAgain(actor, id, note);
    return seeOther(`${HERE}/${made}`, 'The version is proposed again.');
  }

  @Post('publication')
  @Action({ permission: 'template:publish', audit: 'template.published' })
  @FormOf('/admin/templates/versions/:id')
  async publish(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: seenForm }) { version }: { version: number },
  ): Promise<SeeOther> {
    await this.publishing.publish(actor, { id, version });
    const next = 'Drafts that there are keep the words they were made from.';
    return seeOther(`${HERE}/${id}`, 'These words are in force.', next);
  }

  @Post('withdrawal')
  @Action({ permission: EITHER_PERSON, audit: 'template.withdrawn' })
  @FormOf('/admin/templates/versions/:id')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: seenForm }) { version }: { version: number },
  ): Promise<SeeOther> {
    await this.publishing.withdraw(actor, { id, version });
    return seeOther('/admin/templates', 'The version is withdrawn.');
  }
}

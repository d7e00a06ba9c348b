import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Id } from '#kernel';
import { TemplateLibraryService, TemplatePublishingService } from '#responses';
import { Action } from '../../http/action.js';
import { idParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { templateVersionAnswer, templateVersionRow } from './template-wordings.answers.js';
import { againBody, seenBody } from './template-wordings.dto.js';

const EITHER_PERSON = ['template:propose', 'template:publish'] as const;

/** Versions of wordings for programs. A person publishes: no token holds the right. */
@Controller('api/v1/template-versions')
export class TemplateVersionsApi {
  constructor(
    private readonly library: TemplateLibraryService,
    private readonly publishing: TemplatePublishingService,
  ) {}

  @Get()
  @Action({ permission: EITHER_PERSON })
  async list(@CurrentActor() actor: Actor) {
    const rows = await this.library.list(actor);
    return { items: rows.flatMap(({ current }) => current.map(templateVersionRow)), next: null };
  }

  @Get(':id')
  @Action({ permission: EITHER_PERSON })
  show(@CurrentActor() actor: Actor, @Param({ schema: idParams }) { id }: { id: Id }) {
    return this.answer(actor, id);
  }

  @Post(':id/proposal')
  @Action({ permission: 'template:propose', audit: 'template.proposed' })
  async proposeAgain(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: againBody }) { note }: { note: string },
  ) {
    return this.answer(actor, await this.publishing.proposeAgain(actor, id, note));
  }

  @Post(':id/publication')
  @HttpCode(200)
  @Action({ permission: 'template:publish', audit: 'template.published' })
  async publish(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: seenBody }) { version }: { version: number },
  ) {
    await this.publishing.publish(actor, { id, version });
    return this.answer(actor, id);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Action({ permission: EITHER_PERSON, audit: 'template.withdrawn' })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: seenBody }) { version }: { version: number },
  ) {
    await this.publishing.withdraw(actor, { id, version });
    return this.answer(actor, id);
  }

  private async answer(actor: Actor, id: Id) {
    return templateVersionAnswer(await this.library.review(actor, id));
  }
}

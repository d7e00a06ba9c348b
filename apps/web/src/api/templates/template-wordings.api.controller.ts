import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '#identity';
import { TemplateLibraryService, TemplatePublishingService } from '#responses';
import { Action } from '../../http/action.js';
import { CurrentActor } from '../../http/request-context.js';
import {
  templateVersionAnswer,
  templateVersionRow,
  triedAnswer,
  wordsInForceAnswer,
} from './template-wordings.answers.js';
import {
  againBody,
  type TemplateParams,
  templateParams,
  type WordingBody,
  wordingBody,
  type WordingProposalBody,
  wordingProposalBody,
} from './template-wordings.dto.js';

const EITHER_PERSON = ['template:propose', 'template:publish'] as const;

/** One template of the library, its words and their history, for programs. */
@Controller('api/v1/templates/:template')
export class TemplateWordingsApi {
  constructor(
    private readonly library: TemplateLibraryService,
    private readonly publishing: TemplatePublishingService,
  ) {}

  @Get()
  @Action({ permission: [...EITHER_PERSON, 'case:read'] })
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: templateParams }) { template }: TemplateParams,
  ) {
    return wordsInForceAnswer(await this.library.inForce(actor, template));
  }

  @Get('versions')
  @Action({ permission: EITHER_PERSON })
  async versions(
    @CurrentActor() actor: Actor,
    @Param({ schema: templateParams }) { template }: TemplateParams,
  ) {
    const { versions } = await this.library.open(actor, template);
    return { items: versions.map(templateVersionRow), next: null };
  }

  @Post('checks')
  @HttpCode(200)
  @Action({ permission: 'template:propose' })
  async check(
    @CurrentActor() actor: Actor,
    @Param({ schema: templateParams }) { template }: TemplateParams,
    @Body({ schema: wordingBody }) wording: WordingBody,
  ) {
    return triedAnswer(await this.library.tryWording(actor, template, wording));
  }

  @Post('versions')
  @Action({ permission: 'template:propose', audit: 'template.proposed' })
  async propose(
    @CurrentActor() actor: Actor,
    @Param({ schema: templateParams }) { template }: TemplateParams,
    @Body({ schema: wordingProposalBody }) { note, ...wording }: WordingProposalBody,
  ) {
    const proposal = { templateId: template, wording };
    const id = await this.publishing.proposeWording(actor, proposal, note);
    return templateVersionAnswer(await this.library.review(actor, id));
  }

  @Post('shipped/proposal')
  @Action({ permission: 'template:propose', audit: 'template.proposed' })
  async proposeShipped(
    @CurrentActor() actor: Actor,
    @Param({ schema: templateParams }) { template }: TemplateParams,
    @Body({ schema: againBody }) { note }: { note: string },
  ) {
    const id = await this.publishing.proposeShipped(actor, template, note);
    return templateVersionAnswer(await this.library.review(actor, id));
  }
}

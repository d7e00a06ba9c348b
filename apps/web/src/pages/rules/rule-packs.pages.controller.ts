import { Body, Controller, Get, Header, Param, Post } from '@nestjs/common';
import { MovedCasesService } from '#cases';
import type { Actor } from '#identity';
import { Clock, type Id } from '#kernel';
import { RulePackPublishingService, RulePackReadingService, writeRulesFile } from '#knowledge';
import { Action } from '../../http/action.js';
import { idParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { rulePackView } from './rule-pack.view.js';
import { rulePacksView } from './rule-packs.view.js';
import {
  againForm,
  type ProposalForm,
  proposalForm,
  type PublicationForm,
  publicationForm,
  seenForm,
} from './rule.forms.js';

const EITHER_PERSON = ['rule:propose', 'rule:publish'] as const;

/** Versions of the rules: proposed by one person, published by another. */
@Controller('admin/rules')
export class RulePacksPages {
  constructor(
    private readonly reading: RulePackReadingService,
    private readonly publishing: RulePackPublishingService,
    private readonly moved: MovedCasesService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action({ permission: EITHER_PERSON })
  @View('admin/rules/index')
  async list(@CurrentActor() actor: Actor): Promise<PageView> {
    return rulePacksView(actor, await this.reading.list(actor));
  }

  @Post('shipped')
  @Action({ permission: 'rule:propose', audit: 'rules.proposed' })
  @FormOf('/admin/rules')
  async proposeShipped(
    @CurrentActor() actor: Actor,
    @Body({ schema: againForm }) { note }: { note: string },
  ): Promise<SeeOther> {
    const { id } = await this.publishing.proposeAgain(actor, null, note);
    return seeOther(`/admin/rules/packs/${id}`, 'The rules that come with Parapet are proposed.');
  }

  @Get('packs/:id')
  @Action({ permission: EITHER_PERSON })
  @View('admin/rules/show')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
  ): Promise<PageView> {
    const review = await this.reading.review(actor, id);
    const today = this.clock.now().toISOString().slice(0, 10);
    return rulePackView({ actor, review, moved: await this.moved.of(actor, id), today });
  }

  @Get('packs/:id/file')
  @Header('content-type', 'application/yaml; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="rules.yaml"')
  @Action({ permission: EITHER_PERSON })
  async file(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
  ): Promise<string> {
    return writeRulesFile((await this.reading.review(actor, id)).found.content);
  }

  @Post('packs/:id/proposal')
  @Action({ permission: 'rule:propose', audit: 'rules.proposed' })
  @FormOf('/admin/rules/packs/:id')
  async propose(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: proposalForm }) { version, note }: ProposalForm,
  ): Promise<SeeOther> {
    await this.publishing.propose(actor, { id, version }, note);
    return seeOther(
      `/admin/rules/packs/${id}`,
      'The version is proposed.',
      'Another person looks at it now and publishes it.',
    );
  }

  @Post('packs/:id/again')
  @Action({ permission: 'rule:propose', audit: 'rules.proposed' })
  @FormOf('/admin/rules/packs/:id')
  async proposeAgain(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: againForm }) { note }: { note: string },
  ): Promise<SeeOther> {
    const made = await this.publishing.proposeAgain(actor, id, note);
    return seeOther(`/admin/rules/packs/${made.id}`, 'The version is proposed again.');
  }

  @Post('packs/:id/publication')
  @Action({ permission: 'rule:publish', audit: 'rules.published' })
  @FormOf('/admin/rules/packs/:id')
  async publish(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: publicationForm }) { version, reasons }: PublicationForm,
  ): Promise<SeeOther> {
    await this.publishing.publish(actor, { id, version }, reasons);
    return seeOther(
      `/admin/rules/packs/${id}`,
      'These rules are in force.',
      'Cases keep the advice that they have until somebody gets it again.',
    );
  }

  @Post('packs/:id/withdrawal')
  @Action({ permission: EITHER_PERSON, audit: 'rules.withdrawn' })
  @FormOf('/admin/rules/packs/:id')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: seenForm }) { version }: { version: number },
  ): Promise<SeeOther> {
    await this.publishing.withdraw(actor, { id, version });
    return seeOther('/admin/rules', 'The version is withdrawn.');
  }
}

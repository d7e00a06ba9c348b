import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { MovedCasesService } from '#cases';
import type { Actor } from '#identity';
import type { Id } from '#kernel';
import { RulePackPublishingService, RulePackReadingService } from '#knowledge';
import { Action } from '../../http/action.js';
import { idParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { rulePackAnswer, rulePackRow, rulesInForceAnswer } from './rule-packs.answers.js';
import {
  againBody,
  contentOfBody,
  type ProposalBody,
  proposalBody,
  type PublicationBody,
  publicationBody,
  type RulesBody,
  rulesBody,
  seenBody,
} from './rule-packs.dto.js';

/** Versions of the rules for programs. A person publishes: no token holds the right. */
@Controller('api/v1/rule-packs')
export class RulePacksApi {
  constructor(
    private readonly reading: RulePackReadingService,
    private readonly publishing: RulePackPublishingService,
    private readonly moved: MovedCasesService,
  ) {}

  @Get()
  @Action({ permission: ['rule:propose', 'rule:publish'] })
  async list(@CurrentActor() actor: Actor) {
    return { items: (await this.reading.list(actor)).map(rulePackRow), next: null };
  }

  @Get('in-force')
  @Action({ permission: 'rule:read' })
  async inForce(@CurrentActor() actor: Actor) {
    return rulesInForceAnswer(await this.reading.current(actor));
  }

  @Post('checks')
  @HttpCode(200)
  @Action({ permission: 'rule:propose' })
  async check(@CurrentActor() actor: Actor, @Body({ schema: rulesBody }) body: RulesBody) {
    const { changes, golden } = await this.reading.tryRules(actor, contentOfBody(body));
    return { changes, golden };
  }

  @Post()
  @Action({ permission: 'rule:propose', audit: 'rules.proposed' })
  async propose(@CurrentActor() actor: Actor, @Body({ schema: proposalBody }) body: ProposalBody) {
    const { note, ...rules } = body;
    const made = await this.publishing.proposeRules(actor, contentOfBody(rules), note);
    return this.answer(actor, made.id);
  }

  @Post('shipped/proposal')
  @Action({ permission: 'rule:propose', audit: 'rules.proposed' })
  async proposeShipped(
    @CurrentActor() actor: Actor,
    @Body({ schema: againBody }) { note }: { note: string },
  ) {
    return this.answer(actor, (await this.publishing.proposeAgain(actor, null, note)).id);
  }

  @Get(':id')
  @Action({ permission: ['rule:propose', 'rule:publish'] })
  show(@CurrentActor() actor: Actor, @Param({ schema: idParams }) { id }: { id: Id }) {
    return this.answer(actor, id);
  }

  @Post(':id/proposal')
  @Action({ permission: 'rule:propose', audit: 'rules.proposed' })
  async proposeAgain(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: againBody }) { note }: { note: string },
  ) {
    return this.answer(actor, (await this.publishing.proposeAgain(actor, id, note)).id);
  }

  @Post(':id/publication')
  @HttpCode(200)
  @Action({ permission: 'rule:publish', audit: 'rules.published' })
  async publish(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: publicationBody }) { version, acknowledged }: PublicationBody,
  ) {
    await this.publishing.publish(actor, { id, version }, acknowledged);
    return this.answer(actor, id);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Action({ permission: ['rule:propose', 'rule:publish'], audit: 'rules.withdrawn' })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: seenBody }) { version }: { version: number },
  ) {
    await this.publishing.withdraw(actor, { id, version });
    return this.answer(actor, id);
  }

  private async answer(actor: Actor, id: Id) {
    return rulePackAnswer(await this.reading.review(actor, id), await this.moved.of(actor, id));
  }
}

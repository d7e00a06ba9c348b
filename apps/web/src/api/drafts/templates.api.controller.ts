import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { onePersonSigns } from '#confidentiality';
import { promptsFor } from '#guidance';
import type { Actor } from '#identity';
import { DraftCheckService, PublishedBodiesService, TemplateOffersService } from '#responses';
import { Action } from '../../http/action.js';
import { idParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { bodyAnswer, checkAnswer, templateAnswer } from './drafts.answers.js';
import {
  type BodyChange,
  bodyChange,
  bodyDetails,
  type GuardCheckBody,
  guardCheckBody,
} from './drafts.dto.js';

/** What drafts are made from, and the guard on its own. */
@Controller('api/v1')
export class TemplatesApi {
  constructor(
    private readonly offers: TemplateOffersService,
    private readonly checks: DraftCheckService,
    private readonly bodies: PublishedBodiesService,
  ) {}

  @Get('templates')
  @Action({ permission: 'case:read' })
  async listTemplates(@CurrentActor() actor: Actor) {
    return { items: (await this.offers.listTemplates(actor)).map(templateAnswer), next: null };
  }

  @Post('guard/checks')
  @HttpCode(200)
  @Action({ permission: 'draft:write', audit: 'draft.text-checked' })
  async check(
    @CurrentActor() actor: Actor,
    @Body({ schema: guardCheckBody }) { reference, hasConsent, ...text }: GuardCheckBody,
  ) {
    const report = await this.checks.checkText(actor, text, reference);
    const onePerson = onePersonSigns(text.text, hasConsent);
    return { ...checkAnswer(report), askYourself: promptsFor(text.audience), onePerson };
  }

  @Get('bodies')
  @Action({ permission: 'case:read' })
  async listBodies(@CurrentActor() actor: Actor) {
    return { items: (await this.bodies.list(actor)).map(bodyAnswer), next: null };
  }

  @Post('bodies')
  @Action({ permission: 'case:write', audit: 'body.added' })
  async addBody(
    @CurrentActor() actor: Actor,
    @Body({ schema: bodyDetails }) details: Omit<BodyChange, 'version'>,
  ) {
    return bodyAnswer(await this.bodies.add(actor, details));
  }

  @Put('bodies/:id')
  @Action({ permission: 'case:write', audit: 'body.changed' })
  async changeBody(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: bodyChange }) { version, ...details }: BodyChange,
  ) {
    return bodyAnswer(await this.bodies.change(actor, id, version, details));
  }
}

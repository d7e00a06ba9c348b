import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '#identity';
import {
  TemplateEditingService,
  TemplateLibraryService,
  TemplatePublishingService,
} from '#responses';
import { type TemplateParams, templateParams } from '../../api/templates/template-wordings.dto.js';
import { Action } from '../../http/action.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { libraryView, templateView } from './template-library.view.js';
import { againForm } from './template.forms.js';

const EITHER_PERSON = ['template:propose', 'template:publish'] as const;

/** The library of templates: whose words are in force, and how they came to be. */
@Controller('admin/templates')
export class TemplateLibraryPages {
  constructor(
    private readonly library: TemplateLibraryService,
    private readonly editing: TemplateEditingService,
    private readonly publishing: TemplatePublishingService,
  ) {}

  @Get()
  @Action({ permission: EITHER_PERSON })
  @View('admin/templates/index')
  async list(@CurrentActor() actor: Actor): Promise<PageView> {
    return libraryView(await this.library.list(actor));
  }

  @Get(':template')
  @Action({ permission: EITHER_PERSON })
  @View('admin/templates/template')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: templateParams }) { template }: TemplateParams,
  ): Promise<PageView> {
    return templateView(actor, await this.library.open(actor, template));
  }

  @Post(':template/versions')
  @Action({ permission: 'template:propose', audit: 'template.changed' })
  async prepare(
    @CurrentActor() actor: Actor,
    @Param({ schema: templateParams }) { template }: TemplateParams,
  ): Promise<SeeOther> {
    const { id } = await this.editing.prepare(actor, template);
    return seeOther(`/admin/templates/versions/${id}/wording`);
  }

  @Post(':template/shipped')
  @Action({ permission: 'template:propose', audit: 'template.proposed' })
  @FormOf('/admin/templates/:template')
  async proposeShipped(
    @CurrentActor() actor: Actor,
    @Param({ schema: templateParams }) { template }: TemplateParams,
    @Body({ schema: againForm }) { note }: { note: string },
  ): Promise<SeeOther> {
    const id = await this.publishing.proposeShipped(actor, template, note);
    return seeOther(`/admin/templates/versions/${id}`, 'The words of Parapet are proposed.');
  }
}

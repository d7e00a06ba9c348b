import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '#identity';
import { type PublishedBody, PublishedBodiesService } from '#responses';
import { bodyChange, bodyDetails } from '../../api/drafts/drafts.dto.js';
import { supportServiceLines } from '../../api/guidance/guidance.dto.js';
import { Action } from '../../http/action.js';
import { idParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';

const bodyForm = bodyDetails.extend({ supportServices: supportServiceLines });
const changeForm = bodyChange.extend({ supportServices: supportServiceLines });

/** The bodies in whose name texts go out. */
@Controller('bodies')
export class BodiesPages {
  constructor(private readonly bodies: PublishedBodiesService) {}

  @Get()
  @Action({ permission: 'case:read' })
  @View('bodies/list')
  async list(@CurrentActor() actor: Actor): Promise<PageView> {
    const [own, ...others] = await this.bodies.list(actor);
    return {
      page: { title: 'Bodies in whose name texts go out' },
      own,
      table: {
        caption: 'Bodies by name',
        captionHidden: true,
        columns: ['Name', 'Complaints contact', 'Telephone', 'Website'].map((text) => ({ text })),
        rows: others.map((body) => ({ cells: bodyCells(body) })),
      },
    };
  }

  @Get('new')
  @Action({ permission: 'case:write' })
  @View('bodies/form')
  start(): PageView {
    return { page: { title: 'Add a body' }, action: '/bodies/new' };
  }

  @Post('new')
  @Action({ permission: 'case:write', audit: 'body.added' })
  @FormOf('/bodies/new')
  async add(
    @CurrentActor() actor: Actor,
    @Body({ schema: bodyForm }) details: z.output<typeof bodyForm>,
  ): Promise<SeeOther> {
    const { name } = await this.bodies.add(actor, details);
    return seeOther('/bodies', `${name} is added.`);
  }

  @Get(':id')
  @Action({ permission: 'case:write' })
  @View('bodies/form')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
  ): Promise<PageView> {
    const body = await this.bodies.get(actor, id);
    return {
      page: { title: 'Change a body' },
      action: `/bodies/${id}`,
      version: body.version,
      values: { ...body, supportServices: body.supportServices.join('\n') },
    };
  }

  @Post(':id')
  @Action({ permission: 'case:write', audit: 'body.changed' })
  @FormOf('/bodies/:id')
  async change(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: changeForm }) form: z.output<typeof changeForm>,
  ): Promise<SeeOther> {
    const { version, ...details } = form;
    await this.bodies.change(actor, id, version, details);
    return seeOther('/bodies', `The details of ${details.name} are changed.`);
  }
}

function bodyCells({ id, name, complaintsContact, phone, website }: PublishedBody) {
  return [
    { text: name, href: `/bodies/${id}` },
    { text: complaintsContact || 'Not given' },
    { text: phone || 'Not given' },
    { text: website || 'Not given' },
  ];
}

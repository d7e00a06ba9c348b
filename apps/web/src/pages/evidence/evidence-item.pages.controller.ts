import { Body, Controller, Get, Header, Param, Post, type StreamableFile } from '@nestjs/common';
import { CaseReadingService } from '#cases';
import { EvidenceDestruction, EvidenceReading, EvidenceSightings } from '#evidence';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { type PartParams, partParams } from '../../api/casework/casework.dto.js';
import { INERT, originalFile, pictureFile } from '../../api/evidence/evidence-download.js';
import {
  type DestructionBody,
  destructionBody,
  type SightingBody,
  sightingBody,
} from '../../api/evidence/evidence.dto.js';
import { Action } from '../../http/action.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { evidenceItemView } from './evidence-item.view.js';
import { evidenceVersionsView } from './evidence-versions.view.js';
import { evidenceOf } from './evidence.view.js';

/** One item of evidence: reading it, looking after its original, destroying what must not be kept. */
@Controller('cases/:reference/evidence/:id')
export class EvidenceItemPages {
  constructor(
    private readonly cases: CaseReadingService,
    private readonly reading: EvidenceReading,
    private readonly sightings: EvidenceSightings,
    private readonly destruction: EvidenceDestruction,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action({ permission: 'case:read', audit: 'evidence.viewed' })
  @View('cases/evidence/item')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<PageView> {
    const overview = await this.cases.overview(actor, reference);
    const opened = await this.reading.open(actor, reference, id, 'evidence.viewed');
    const file = await this.reading.get(actor, reference, id);
    return evidenceItemView(overview, file, { opened, actor, now: this.clock.now() });
  }

  /** The copy that the page shows, without place and device; the original stays as it is. */
  @Get('picture')
  @Header('content-security-policy', INERT)
  @Action({ permission: 'case:read', audit: 'evidence.viewed' })
  async picture(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<StreamableFile> {
    return pictureFile(await this.reading.open(actor, reference, id, 'evidence.viewed'));
  }

  @Get('file')
  @Header('content-security-policy', INERT)
  @Action({ permission: 'case:read', audit: 'evidence.downloaded' })
  async file(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<StreamableFile> {
    const opened = await this.reading.open(actor, reference, id, 'evidence.downloaded');
    return originalFile(reference, opened);
  }

  @Get('versions')
  @Action({ permission: 'case:read', audit: 'evidence.viewed' })
  @View('cases/evidence/versions')
  async versions(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<PageView> {
    const overview = await this.cases.overview(actor, reference);
    return evidenceVersionsView(overview, await this.reading.openVersions(actor, reference, id));
  }

  @Post('sightings')
  @Action({ permission: 'case:write', audit: 'evidence.looked' })
  @FormOf('/cases/:reference/evidence/:id')
  async look(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: sightingBody }) body: SightingBody,
  ): Promise<SeeOther> {
    await this.sightings.record(actor, reference, id, body);
    return seeOther(`${evidenceOf(reference)}/${id}`, 'Recorded.');
  }

  @Post('destruction')
  @Action({ permission: 'evidence:destroy', audit: 'evidence.destroyed' })
  @FormOf('/cases/:reference/evidence/:id')
  async destroy(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: destructionBody }) { reason }: DestructionBody,
  ): Promise<SeeOther> {
    await this.destruction.destroy(actor, reference, id, reason);
    const text = 'The content is destroyed. That it was there stays in the record.';
    return seeOther(`${evidenceOf(reference)}/${id}`, text);
  }
}

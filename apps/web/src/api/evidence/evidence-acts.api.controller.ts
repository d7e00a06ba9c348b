import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import { EvidenceDestruction, EvidenceSightings } from '#evidence';
import type { Actor } from '#identity';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { bundleDownload } from '../../pages/evidence/bundle-file.js';
import { PoliceBundle } from '../../pages/evidence/police-bundle.js';
import { type CaseParams, type PartParams, partParams } from '../casework/casework.dto.js';
import { INERT } from './evidence-download.js';
import {
  type DestructionBody,
  destructionBody,
  type SightingBody,
  sightingBody,
} from './evidence.dto.js';

/** What is done with the evidence of a case, for programs. */
@Controller('api/v1/cases/:reference')
export class EvidenceActsApi {
  constructor(
    private readonly sightings: EvidenceSightings,
    private readonly destruction: EvidenceDestruction,
    private readonly bundle: PoliceBundle,
  ) {}

  /** What somebody found who looked whether the original is still up. */
  @Post('evidence/:id/sightings')
  @HttpCode(204)
  @Action({ permission: 'case:write', audit: 'evidence.looked' })
  look(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: sightingBody }) body: SightingBody,
  ) {
    return this.sightings.record(actor, reference, id, body);
  }

  @Post('evidence/:id/destruction')
  @HttpCode(204)
  @Action({ permission: 'evidence:destroy', audit: 'evidence.destroyed' })
  destroy(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: destructionBody }) { reason }: DestructionBody,
  ) {
    return this.destruction.destroy(actor, reference, id, reason);
  }

  /** A zip: the list with hashes, the threat log, the files, altered pages beside their originals. */
  @Get('police-bundle')
  @Header('content-security-policy', INERT)
  @Action({ permission: 'evidence:bundle', audit: 'evidence.bundled' })
  async policeBundle(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<StreamableFile> {
    return bundleDownload(await this.bundle.take(actor, reference));
  }
}

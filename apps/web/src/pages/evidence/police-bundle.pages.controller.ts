import { Controller, Get, Header, Param, type StreamableFile } from '@nestjs/common';
import type { Actor } from '#identity';
import type { CaseParams } from '../../api/casework/casework.dto.js';
import { INERT } from '../../api/evidence/evidence-download.js';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { bundleDownload } from './bundle-file.js';
import { PoliceBundle } from './police-bundle.js';

/** The bundle of a case for the police. */
@Controller('cases/:reference/police-bundle')
export class PoliceBundlePages {
  constructor(private readonly bundle: PoliceBundle) {}

  @Get()
  @Header('content-security-policy', INERT)
  @Action({ permission: 'evidence:bundle', audit: 'evidence.bundled' })
  async download(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<StreamableFile> {
    return bundleDownload(await this.bundle.take(actor, reference));
  }
}

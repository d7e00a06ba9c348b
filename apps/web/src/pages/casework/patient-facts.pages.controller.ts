import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CaseReadingService, PatientFactsService } from '#cases';
import type { Actor } from '#identity';
import {
  type CaseParams,
  type PartParams,
  partParams,
  type PatientFactForm,
  patientFactForm,
  type ReadingBody,
  readingBody,
  type ReadingQuery,
  readingQuery,
} from '../../api/casework/casework.dto.js';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { patientView } from './patient-facts.view.js';

/** What is known of the patient. Opening the page is a reading, and is recorded as one. */
@Controller('cases/:reference/patient')
export class PatientFactsPages {
  constructor(
    private readonly reading: CaseReadingService,
    private readonly facts: PatientFactsService,
  ) {}

  @Get()
  @Action({ permission: 'patient-fact:read', audit: 'patient-facts.viewed' })
  @View('cases/patient')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Query({ schema: readingQuery }) { reason }: ReadingQuery,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    const isOpen = reason !== undefined || !this.facts.needsReason(actor, overview.found);
    const facts = isOpen ? await this.facts.list(actor, reference, reason) : undefined;
    return patientView(overview, { facts, reason, actor });
  }

  @Post('reading')
  @Action({ permission: 'patient-fact:read' })
  @FormOf('/cases/:reference/patient')
  read(
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: readingBody }) { reason }: ReadingBody,
  ): SeeOther {
    return seeOther(pageOf(reference, reason));
  }

  @Post()
  @Action({ permission: 'patient-fact:write', audit: 'patient-fact.added' })
  @FormOf('/cases/:reference/patient')
  async add(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: patientFactForm }) { reason, ...fact }: PatientFactForm,
  ): Promise<SeeOther> {
    await this.facts.add(actor, reference, fact);
    return seeOther(pageOf(reference, reason), 'Patient fact added.');
  }

  @Post(':id/removal')
  @Action({ permission: 'patient-fact:write', audit: 'patient-fact.removed' })
  @FormOf('/cases/:reference/patient')
  async remove(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: readingQuery }) { reason }: ReadingQuery,
  ): Promise<SeeOther> {
    await this.facts.remove(actor, reference, id);
    return seeOther(pageOf(reference, reason), 'Patient fact removed.');
  }
}

function pageOf(reference: string, reason: string | undefined): string {
  return `/cases/${reference}/patient${reason ? `?reason=${reason}` : ''}`;
}

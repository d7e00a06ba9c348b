import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CaseReadingService, PartiesService, PARTY_ROLES } from '#cases';
import { type Actor, can } from '#identity';
import {
  type CaseParams,
  type PartParams,
  partParams,
  type PartyBody,
  partyBody,
} from '../../api/casework/casework.dto.js';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { optionsOf } from '../../views/options.js';
import { caseBarOf } from '../cases/cases.view.js';

/** The people who have a part in a case. */
@Controller('cases/:reference/parties')
export class PartiesPages {
  constructor(
    private readonly reading: CaseReadingService,
    private readonly parties: PartiesService,
  ) {}

  @Get()
  @Action({ permission: 'case:read', audit: 'parties.viewed' })
  @View('cases/parties')
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    const { found } = overview;
    const parties = await this.parties.list(actor, reference);
    const base = `/cases/${reference}/parties`;
    return {
      page: { title: 'People' },
      caseBar: caseBarOf(found, base, overview),
      base,
      roles: optionsOf(PARTY_ROLES),
      parties: parties.map((party) => ({ ...party, role: PARTY_ROLES[party.role] })),
      canWrite: can(actor, 'case:write'),
    };
  }

  @Post()
  @Action({ permission: 'case:write', audit: 'party.added' })
  @FormOf('/cases/:reference/parties')
  async add(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: partyBody }) body: PartyBody,
  ): Promise<SeeOther> {
    const { needsConflictCheck } = await this.parties.add(actor, reference, body);
    if (!needsConflictCheck) return seeOther(`/cases/${reference}/parties`, 'Person added.');
    const how = 'The name has to be looked at for a conflict of interest before you go on.';
    return seeOther(`/cases/${reference}/membership`, 'Person added.', how);
  }

  @Post(':id/removal')
  @Action({ permission: 'case:write', audit: 'party.removed' })
  @FormOf('/cases/:reference/parties')
  async remove(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<SeeOther> {
    await this.parties.remove(actor, reference, id);
    return seeOther(`/cases/${reference}/parties`, 'Person removed.');
  }
}

import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Case, CaseAssignmentService, CaseEditingService, CaseReadingService } from '#cases';
import type { Actor } from '#identity';
import {
  type AssignmentBody,
  assignmentBody,
  type CaseParams,
  type IncidentForm,
  incidentForm,
  type UrgencyBody,
  urgencyBody,
} from '../../api/casework/casework.dto.js';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { caseBarOf } from '../cases/cases.view.js';
import { incidentChoices } from '../cases/incident-choices.js';

/** Whose a case is, how urgent, and its details. */
@Controller('cases/:reference')
export class HandlingPages {
  constructor(
    private readonly reading: CaseReadingService,
    private readonly assignment: CaseAssignmentService,
    private readonly editing: CaseEditingService,
  ) {}

  @Get('assignment')
  @Action({ permission: 'case:write' })
  @View('cases/assignment')
  async showAssignment(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    const { found } = overview;
    const others = await this.assignment.listCandidates(actor, reference);
    return {
      page: { title: 'Take it or hand it over' },
      caseBar: caseBarOf(found, '', overview),
      base: `/cases/${reference}/assignment`,
      isOwn: found.ownerId === actor.personId,
      people: others
        .filter(({ id }) => id !== found.ownerId && id !== actor.personId)
        .map(({ id, name }) => ({ value: id, text: name })),
    };
  }

  @Post('assignment')
  @Action({ permission: 'case:write', audit: 'case.handed-over' })
  @FormOf('/cases/:reference/assignment')
  async assign(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: assignmentBody }) { personId }: AssignmentBody,
  ): Promise<SeeOther> {
    const isOwn = personId === 'me';
    await this.assignment.assign(actor, reference, isOwn ? actor.personId : personId);
    return seeOther(`/cases/${reference}`, isOwn ? 'The case is yours.' : 'Case handed over.');
  }

  @Post('urgency')
  @Action({ permission: 'case:write', audit: 'case.marked-urgent' })
  async setUrgency(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: urgencyBody }) { isUrgent }: UrgencyBody,
  ): Promise<SeeOther> {
    await this.editing.setUrgency(actor, reference, isUrgent);
    const said = isUrgent ? 'The case is marked as urgent.' : 'The case is no longer urgent.';
    return seeOther(`/cases/${reference}`, said);
  }

  @Get('edit')
  @Action({ permission: 'case:write' })
  @View('cases/edit')
  async showEdit(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    const { found } = overview;
    return {
      page: { title: 'Change the details' },
      caseBar: caseBarOf(found, '', overview),
      base: `/cases/${reference}/edit`,
      choices: incidentChoices(),
      version: String(found.version),
      values: { ...editValues(found), version: String(found.version) },
      now: editValues(found),
    };
  }

  @Post('edit')
  @Action({ permission: 'case:write', audit: 'case.edited' })
  @FormOf('/cases/:reference/edit')
  async edit(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: incidentForm }) { version, ...change }: IncidentForm,
  ): Promise<SeeOther> {
    await this.editing.edit(actor, reference, { version, change });
    return seeOther(`/cases/${reference}`, 'The details are changed.');
  }
}

/** The incident as the boxes of the form hold it. */
function editValues(found: Case): Record<string, string> {
  return {
    title: found.title,
    direction: found.direction,
    kind: found.kind,
    platform: found.platform,
    url: found.url,
    handle: found.handle,
    postText: found.postText,
    postedOn: found.postedOn ?? '',
    seenOn: found.seenOn,
    visibility: found.visibility,
    groupSize: String(found.groupSize ?? ''),
    sharing: found.sharing,
    jurisdiction: found.jurisdiction,
    setting: found.setting,
    doctorName: found.doctorName,
    isUrgent: String(found.isUrgent),
  };
}

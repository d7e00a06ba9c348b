import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { NotesService, PartiesService, PatientFactsService } from '#cases';
import type { Actor } from '#identity';
import { Action } from '../../http/action.js';
import { type ListQuery, listQuery, referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import {
  type CaseParams,
  type NoteBody,
  noteBody,
  type PartParams,
  partParams,
  type PartyBody,
  partyBody,
  type PatientFactBody,
  patientFactBody,
  type ReadingQuery,
  readingQuery,
} from './casework.dto.js';

/** What belongs to a case: notes, parties, patient facts. What is added is never given back by the call. */
@Controller('api/v1/cases/:reference')
export class CaseContentsApi {
  constructor(
    private readonly notes: NotesService,
    private readonly parties: PartiesService,
    private readonly facts: PatientFactsService,
  ) {}

  @Get('notes')
  @Action({ permission: 'case:read' })
  listNotes(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Query({ schema: listQuery }) query: ListQuery,
  ) {
    return this.notes.list(actor, reference, query);
  }

  @Post('notes')
  @Action({ permission: 'case:write', audit: 'note.added' })
  addNote(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: noteBody }) { text }: NoteBody,
  ) {
    return this.notes.add(actor, reference, text);
  }

  @Get('parties')
  @Action({ permission: 'case:read', audit: 'parties.viewed' })
  async listParties(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    return { items: await this.parties.list(actor, reference), next: null };
  }

  @Post('parties')
  @Action({ permission: 'case:write', audit: 'party.added' })
  addParty(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: partyBody }) body: PartyBody,
  ) {
    return this.parties.add(actor, reference, body);
  }

  @Delete('parties/:id')
  @HttpCode(204)
  @Action({ permission: 'case:write', audit: 'party.removed' })
  removeParty(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ) {
    return this.parties.remove(actor, reference, id);
  }

  /** Everybody but the owner of the case names a `reason`. */
  @Get('patient-facts')
  @Action({ permission: 'patient-fact:read', audit: 'patient-facts.viewed' })
  async listFacts(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Query({ schema: readingQuery }) { reason }: ReadingQuery,
  ) {
    return { items: await this.facts.list(actor, reference, reason), next: null };
  }

  @Post('patient-facts')
  @Action({ permission: 'patient-fact:write', audit: 'patient-fact.added' })
  addFact(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: patientFactBody }) body: PatientFactBody,
  ) {
    return this.facts.add(actor, reference, body);
  }

  @Delete('patient-facts/:id')
  @HttpCode(204)
  @Action({ permission: 'patient-fact:write', audit: 'patient-fact.removed' })
  removeFact(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ) {
    return this.facts.remove(actor, reference, id);
  }
}

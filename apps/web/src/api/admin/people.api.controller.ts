import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { type Actor, PeopleAdministration, type PersonRecord } from '#identity';
import type { Id } from '#kernel';
import { Action } from '../../http/action.js';
import { idParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import {
  type NewPersonBody,
  newPersonBody,
  type PeopleQuery,
  peopleQuery,
  type PersonChangeBody,
  personChangeBody,
} from './admin.dto.js';

/** People for programs: joiners and leavers. Staff are made, and rights granted, by a person. */
@Controller('api/v1/people')
export class PeopleApi {
  constructor(private readonly people: PeopleAdministration) {}

  @Get()
  @Action({ permission: 'person:manage' })
  async list(@CurrentActor() actor: Actor, @Query({ schema: peopleQuery }) query: PeopleQuery) {
    const { items, next } = await this.people.list(actor, query);
    return { items: items.map(shown), next };
  }

  @Post()
  @Action({ permission: 'person:manage', audit: 'person.added' })
  async add(@CurrentActor() actor: Actor, @Body({ schema: newPersonBody }) body: NewPersonBody) {
    return shown(await this.people.get(actor, await this.people.add(actor, body)));
  }

  @Get(':id')
  @Action({ permission: 'person:manage' })
  async show(@CurrentActor() actor: Actor, @Param({ schema: idParams }) { id }: { id: Id }) {
    return shown(await this.people.get(actor, id));
  }

  @Patch(':id')
  @Action({ permission: 'person:manage', audit: 'person.role-changed' })
  async change(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: personChangeBody }) body: PersonChangeBody,
  ) {
    return shown(await this.people.change(actor, id, body));
  }
}

/** Named one by one: a column that is added later is not shown by itself. */
function shown({ id, name, email, role, extraRights, isActive, createdAt, version }: PersonRecord) {
  return { id, name, email, role, extraRights, isActive, createdAt, version };
}

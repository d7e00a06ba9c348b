import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  Absences,
  type Actor,
  PasswordReset,
  PeopleAdministration,
  PeopleService,
  readablePassword,
} from '#identity';
import type { Id } from '#kernel';
import { type PeopleQuery, peopleQuery } from '../../api/admin/admin.dto.js';
import { Action } from '../../http/action.js';
import { idParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import { NotKept } from '../../http/not-kept.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import {
  type AccessForm,
  accessForm,
  type GrantForm,
  grantForm,
  type NewPersonForm,
  newPersonForm,
  type RoleForm,
  roleForm,
} from './people.forms.js';
import { newPersonView, passwordView, peopleView, personView } from './people.view.js';

/** The people of an organisation: who they are, what they may do, whether they may come in. */
@Controller('admin/people')
export class PeoplePages {
  constructor(
    private readonly people: PeopleAdministration,
    private readonly passwords: PasswordReset,
    private readonly absences: Absences,
    private readonly colleagues: PeopleService,
  ) {}

  @Get()
  @Action({ permission: 'person:manage' })
  @View('admin/people/index')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: peopleQuery }) query: PeopleQuery,
  ): Promise<PageView> {
    return peopleView(query, await this.people.list(actor, query));
  }

  @Get('new')
  @Action({ permission: 'person:manage' })
  @View('admin/people/new')
  start(): PageView {
    return newPersonView();
  }

  @Post('new')
  @HttpCode(200)
  @NotKept()
  @Action({ permission: 'person:manage', audit: 'person.added' })
  @FormOf('/admin/people/new')
  @View('admin/people/password')
  async add(
    @CurrentActor() actor: Actor,
    @Body({ schema: newPersonForm }) form: NewPersonForm,
  ): Promise<PageView | SeeOther> {
    const password = form.password || readablePassword();
    const id = await this.people.add(actor, { ...form, password });
    if (form.password) return seeOther(`/admin/people/${id}`, `${form.name} is added.`);
    return passwordView(await this.people.get(actor, id), password);
  }

  @Get(':id')
  @Action({ permission: 'person:manage' })
  @View('admin/people/show')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
  ): Promise<PageView> {
    const grants = await this.people.listGrants(actor, id);
    const person = await this.people.get(actor, id);
    const absence = await this.absences.findOf(actor, id);
    const colleagues = await this.colleagues.listCaseworkers(actor);
    return personView(actor, person, { grants, absence, colleagues });
  }

  @Post(':id/role')
  @Action({ permission: 'person:manage', audit: 'person.role-changed' })
  @FormOf('/admin/people/:id')
  async changeRole(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: roleForm }) form: RoleForm,
  ): Promise<SeeOther> {
    await this.people.change(actor, id, form);
    return seeOther(`/admin/people/${id}`, 'The role is changed.', 'It holds from now on.');
  }

  @Post(':id/access')
  @Action({ permission: 'person:manage', audit: 'person.deactivated' })
  @FormOf('/admin/people/:id')
  async changeAccess(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: accessForm }) { version, access }: AccessForm,
  ): Promise<SeeOther> {
    const isActive = access === 'on';
    const { name } = await this.people.change(actor, id, { version, isActive });
    const words = isActive ? 'can sign in again.' : 'is signed out and cannot sign in.';
    return seeOther(`/admin/people/${id}`, `${name} ${words}`);
  }

  @Post(':id/rights')
  @Action({ permission: 'person:manage', audit: 'person.rights-granted' })
  @FormOf('/admin/people/:id')
  async grant(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: grantForm }) form: GrantForm,
  ): Promise<SeeOther> {
    await this.people.grant(actor, id, form);
    return seeOther(`/admin/people/${id}`, 'The rights are changed.', 'They hold from now on.');
  }

  @Post(':id/password')
  @HttpCode(200)
  @NotKept()
  @Action({ permission: 'person:manage', audit: 'person.password-reset' })
  @FormOf('/admin/people/:id')
  @View('admin/people/password')
  async resetPassword(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
  ): Promise<PageView> {
    const password = await this.passwords.reset(actor, id);
    return passwordView(await this.people.get(actor, id), password);
  }
}

import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import type { Actor } from '#identity';
import { EmployerPolicies } from '#knowledge';
import { Action } from '../../http/action.js';
import { idParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { type PolicyBody, policyBody, type PolicyPatch, policyPatch } from './guidance.dto.js';

/** The policies of employers on social media, for programs. */
@Controller('api/v1/employer-policies')
export class EmployerPoliciesApi {
  constructor(private readonly policies: EmployerPolicies) {}

  @Get()
  @Action({ permission: 'guidance:read' })
  async list(@CurrentActor() actor: Actor) {
    return { items: await this.policies.list(actor), next: null };
  }

  @Post()
  @Action({ permission: 'organisation:manage', audit: 'employer-policy.added' })
  add(@CurrentActor() actor: Actor, @Body({ schema: policyBody }) body: PolicyBody) {
    return this.policies.add(actor, body);
  }

  @Get(':id')
  @Action({ permission: 'guidance:read' })
  get(@CurrentActor() actor: Actor, @Param({ schema: idParams }) { id }: { id: string }) {
    return this.policies.get(actor, id);
  }

  @Patch(':id')
  @Action({ permission: 'organisation:manage', audit: 'employer-policy.changed' })
  change(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: policyPatch }) { version, ...policy }: PolicyPatch,
  ) {
    return this.policies.change(actor, id, version, policy);
  }
}

import { Controller, Get } from '@nestjs/common';
import type { Actor } from '#identity';
import { Action } from '../../http/action.js';
import { CurrentActor } from '../../http/request-context.js';

/** Who a token acts for, and what it may do. */
@Controller('api/v1/me')
export class MeApi {
  @Get()
  @Action({ permission: 'signed-in' })
  show(@CurrentActor() actor: Actor) {
    return {
      name: actor.name,
      role: actor.role,
      rights: [...actor.permissions].sort(),
      organisation: { name: actor.organisationName, kind: actor.organisationKind },
    };
  }
}

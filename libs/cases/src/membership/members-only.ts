import { Injectable } from '@nestjs/common';
import type { Case } from '../case.js';
import { assertNoStranger, GIVEN_TO_ALL } from './membership.js';
import { MembershipRepository } from './membership.repository.js';

/** Keeps what is for members from those who are none. Runs inside the unit of work of its caller. */
@Injectable()
export class MembersOnly {
  constructor(private readonly memberships: MembershipRepository) {}

  /** @param route of what is to be done; some is given to everybody. @throws Conflict `public-help-only` */
  async assert(found: Case, route?: string): Promise<void> {
    if (route !== undefined && GIVEN_TO_ALL.includes(route)) return;
    assertNoStranger(await this.memberships.find(found));
  }
}

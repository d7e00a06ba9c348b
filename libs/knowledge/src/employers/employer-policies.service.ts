import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type EmployerPolicy, policyInForce } from '#guidance';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Conflict, type Id, newId, NotFound } from '#kernel';
import { Transactions } from '#platform';

/** A policy as it is kept. */
export interface KeptPolicy extends EmployerPolicy {
  readonly id: Id;
  readonly version: number;
}

const POLICY = `id, employer, title, edition, to_char(in_force_from, 'YYYY-MM-DD') as "inForceFrom",
  messaging, clauses, version`;
/** Most policies of one organisation that are listed. */
const LIST_LIMIT = 500;

/** Keeps the policies of employers: the organisation's own, and those of its members' employers. */
@Injectable()
export class EmployerPolicies {
  constructor(
    private readonly tx: Transactions,
    private readonly trail: AuditTrail,
  ) {}

  /** By employer, the organisation itself first, and by first day. @throws Forbidden `permission-missing` */
  list(actor: Actor): Promise<KeptPolicy[]> {
    requirePermission(actor, 'guidance:read');
    return this.tx.run(scopeOfActor(actor), () =>
      this.tx.query<KeptPolicy>(
        `select ${POLICY} from employer_policy where organisation_id = $1
          order by lower(employer), in_force_from, id limit ${LIST_LIMIT}`,
        [actor.organisationId],
      ),
    );
  }

  /** @throws NotFound `policy-not-found` */
  get(actor: Actor, id: Id): Promise<KeptPolicy> {
    requirePermission(actor, 'guidance:read');
    return this.tx.run(scopeOfActor(actor), async () => {
      const [found] = await this.tx.query<KeptPolicy>(
        `select ${POLICY} from employer_policy where organisation_id = $1 and id = $2`,
        [actor.organisationId, id],
      );
      if (!found) throw new NotFound('policy-not-found', 'There is no such policy.');
      return found;
    });
  }

  /** The policy that held at an employer on a day. @param employer empty for the organisation itself. */
  async inForce(actor: Actor, employer: string, on: string): Promise<KeptPolicy | undefined> {
    return policyInForce(await this.list(actor), employer, on);
  }

  /** @throws Forbidden `permission-missing`; Conflict `policy-taken` */
  add(actor: Actor, given: EmployerPolicy): Promise<KeptPolicy> {
    requirePermission(actor, 'organisation:manage');
    return this.tx.run(scopeOfActor(actor), async () => {
      const id = newId();
      const rows = await this.tx.query(
        `insert into employer_policy
           (id, organisation_id, employer, title, edition, in_force_from, messaging, clauses)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (organisation_id, lower(employer), in_force_from) do nothing returning id`,
        [id, actor.organisationId, ...valuesOf(given)],
      );
      if (rows.length === 0) throw taken();
      await this.trail.record(actor, 'employer-policy.added', { type: 'employer_policy', id });
      return { ...given, id, version: 1 };
    });
  }

  /**
   * @param version as it was when the policy was read.
   * @throws NotFound `policy-not-found`; Conflict `policy-changed`, `policy-taken`
   */
  change(actor: Actor, id: Id, version: number, given: EmployerPolicy): Promise<KeptPolicy> {
    requirePermission(actor, 'organisation:manage');
    return this.tx.run(scopeOfActor(actor), async () => {
      const all = await this.list(actor);
      await this.get(actor, id);
      if (all.some((one) => one.id !== id && isSameEdition(one, given))) throw taken();
      const rows = await this.tx.query<{ version: number }>(
        `with changed as (
           update employer_policy set employer = $4, title = $5, edition = $6, in_force_from = $7,
             messaging = $8, clauses = $9, version = version + 1
            where organisation_id = $1 and id = $2 and version = $3 returning version)
         select version from changed`,
        [actor.organisationId, id, version, ...valuesOf(given)],
      );
      if (rows.length === 0) {
        throw new Conflict('policy-changed', 'Somebody else changed this policy first.');
      }
      await this.trail.record(actor, 'employer-policy.changed', { type: 'employer_policy', id });
      return { ...given, id, version: version + 1 };
    });
  }
}

function valuesOf(given: EmployerPolicy): unknown[] {
  const { employer, title, edition, inForceFrom, messaging, clauses } = given;
  return [employer, title, edition, inForceFrom, messaging, JSON.stringify(clauses)];
}

function isSameEdition(one: EmployerPolicy, other: EmployerPolicy): boolean {
  return (
    one.employer.toLowerCase() === other.employer.toLowerCase() &&
    one.inForceFrom === other.inForceFrom
  );
}

function taken(): Conflict {
  return new Conflict(
    'policy-taken',
    'There is a policy of this employer from that day on already.',
  );
}

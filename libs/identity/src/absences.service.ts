import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { civilDateIn } from '#deadlines';
import { Clock, Forbidden, Invalid, NotFound, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import { type Actor, requirePermission, scopeOfActor } from './actor.js';
import { type Permission, permissionsOf, type Role } from './permissions.js';

/** From when until when somebody is away, and who looks after their work meanwhile. */
export interface Absence {
  /** First civil day of the absence. */
  readonly awayFrom: string;
  /** Last civil day of the absence. */
  readonly awayUntil: string;
  readonly coverId: PersonId;
  /** Whether the cover also approves what the person might approve. */
  readonly coverApproves: boolean;
}

/** What is said of an absence; it begins today where nothing is said, and the cover approves nothing. */
export type SaidAbsence = Pick<Absence, 'awayUntil' | 'coverId'> &
  Partial<Pick<Absence, 'coverApproves'>> & { readonly awayFrom?: string | null };

/** Somebody who is away today and for whom another person approves. */
export interface StoodInFor {
  readonly id: PersonId;
  readonly name: string;
  /** Civil date: the last day on which the other one approves for them. */
  readonly awayUntil: string;
  /** What they may do themselves: nothing that they approve for others in turn. */
  readonly permissions: ReadonlySet<Permission>;
}

/** As it is read: with the name of the one who stands in. */
export interface KnownAbsence extends Absence {
  readonly coverName: string;
}

/** Whoever stands in works on cases. */
const COVERING = ['adviser', 'approver'] as const satisfies Role[];

/** Nobody is away, and nobody stands in. */
const HERE = { awayFrom: null, awayUntil: null, coverId: null, coverApproves: false } as const;

/** Both zones of the organisations show the same wall clock. */
const ZONE = 'Europe/London';

/** What a cover may approve is what nobody below them may. */
const PASSED_ON: readonly Permission[] = ['draft:approve-high', 'draft:approve-press'];

/** Who is away, and who stands in for them. It ends by itself when the last day is over. */
@Injectable()
export class Absences {
  constructor(
    private readonly tx: Transactions,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The person's own absence; undefined when they are here. */
  findOwn(actor: Actor): Promise<KnownAbsence | undefined> {
    return this.read(actor, actor.personId);
  }

  /** Somebody's absence. @throws Forbidden `permission-missing` */
  findOf(actor: Actor, personId: PersonId): Promise<KnownAbsence | undefined> {
    requirePermission(actor, 'person:manage');
    return this.read(actor, personId);
  }

  /** Sets or ends one's own absence. @param absence null when one is here again. @throws Invalid `cover-wrong`, `away-until-past`, `away-until-before-from`, `nothing-to-approve`; Forbidden `permission-missing` for a program that would have somebody approve */
  setOwn(actor: Actor, absence: SaidAbsence | null): Promise<void> {
    return this.write(actor, actor.personId, absence);
  }

  /** Sets or ends somebody's absence. @throws NotFound `person-not-found`; Invalid as {@link setOwn}; Forbidden */
  setOf(actor: Actor, personId: PersonId, absence: SaidAbsence | null): Promise<void> {
    requirePermission(actor, 'person:manage');
    return this.write(actor, personId, absence);
  }

  /**
   * For whom an actor approves today: those who are away and said so. Nobody for a program, nor for whoever does not
   * work on cases. Runs inside the unit of work of its caller.
   */
  async listStoodInFor({ organisationId, personId, role, tokenId }: Actor): Promise<StoodInFor[]> {
    if (tokenId !== null || !(COVERING as readonly Role[]).includes(role)) return [];
    const rows = await this.tx.query<AwayRow>(
      `select id, name, role, extra_rights as "extraRights", away_until::text as "awayUntil" from person
        where organisation_id = $1 and cover_id = $2 and cover_approves and is_active
          and $3 between away_from and away_until
        order by name, id`,
      [organisationId, personId, this.today()],
    );
    return rows.map(({ role: own, extraRights, ...away }) => ({
      ...away,
      permissions: permissionsOf(own, extraRights),
    }));
  }

  /** For whom the actor approves today, as {@link listStoodInFor}. */
  findStoodInFor(actor: Actor): Promise<StoodInFor[]> {
    return this.tx.run(scopeOfActor(actor), () => this.listStoodInFor(actor));
  }

  private async read(actor: Actor, personId: PersonId): Promise<KnownAbsence | undefined> {
    const [found] = await this.tx.run(scopeOfActor(actor), () =>
      this.tx.query<KnownAbsence>(
        `select p.away_from::text as "awayFrom", p.away_until::text as "awayUntil", p.cover_id as "coverId",
                p.cover_approves as "coverApproves", c.name as "coverName"
           from person p join person c on c.organisation_id = p.organisation_id and c.id = p.cover_id
          where p.organisation_id = $1 and p.id = $2 and p.away_until >= $3`,
        [actor.organisationId, personId, this.today()],
      ),
    );
    return found;
  }

  private write(actor: Actor, personId: PersonId, said: SaidAbsence | null): Promise<void> {
    const absence = said && this.absenceOf(said);
    return this.tx.run(scopeOfActor(actor), async () => {
      if (absence?.coverApproves && actor.tokenId !== null)
        throw new Forbidden('permission-missing');
      const rights = await this.rightsOf(actor, personId);
      if (absence) await this.check(actor, personId, { absence, rights });
      const { awayFrom, awayUntil, coverId, coverApproves } = absence ?? HERE;
      await this.tx.query(
        `update person set away_from = $3, away_until = $4, cover_id = $5, cover_approves = $6
          where organisation_id = $1 and id = $2`,
        [actor.organisationId, personId, awayFrom, awayUntil, coverId, coverApproves],
      );
      const action = absence ? 'person.away-set' : 'person.away-ended';
      await this.trail.record(actor, action, { type: 'person', id: personId }, { ...absence });
    });
  }

  private absenceOf({ awayFrom, coverApproves = false, ...said }: SaidAbsence): Absence {
    return { ...said, awayFrom: awayFrom ?? this.today(), coverApproves };
  }

  /** What a person may do themselves. @throws NotFound `person-not-found` */
  private async rightsOf(
    { organisationId }: Actor,
    personId: PersonId,
  ): Promise<ReadonlySet<Permission>> {
    const [person] = await this.tx.query<Pick<AwayRow, 'role' | 'extraRights'>>(
      `select role, extra_rights as "extraRights" from person where organisation_id = $1 and id = $2`,
      [organisationId, personId],
    );
    if (!person) throw new NotFound('person-not-found', 'We could not find that person.');
    return permissionsOf(person.role, person.extraRights);
  }

  /** Somebody else who can sign in and works on cases; approvals are passed on by whoever has some to give. */
  private async check(
    actor: Actor,
    personId: PersonId,
    { absence, rights }: { absence: Absence; rights: ReadonlySet<Permission> },
  ): Promise<void> {
    if (absence.awayUntil < this.today()) {
      throw refused('away-until-past', 'awayUntil', 'Enter a last day that is not past');
    }
    if (absence.awayUntil < absence.awayFrom) {
      const message = 'Enter a last day that is not before the first';
      throw refused('away-until-before-from', 'awayUntil', message);
    }
    if (absence.coverApproves && !PASSED_ON.some((right) => rights.has(right))) {
      const message = 'Only a lead adviser’s approvals are given by somebody else';
      throw refused('nothing-to-approve', 'coverApproves', message);
    }
    const covers = await this.tx.query(
      `select from person where organisation_id = $1 and id = $2 and id <> $3 and is_active
          and role = any ($4)`,
      [actor.organisationId, absence.coverId, personId, COVERING],
    );
    if (covers.length === 0) {
      throw refused('cover-wrong', 'coverId', 'Choose a colleague who works on cases');
    }
  }

  private today(): string {
    return civilDateIn(this.clock.now(), ZONE);
  }
}

interface AwayRow extends Omit<StoodInFor, 'permissions'> {
  readonly role: Role;
  readonly extraRights: string[];
}

function refused(code: string, field: string, message: string): Invalid {
  return new Invalid(code, message, [{ field, message }]);
}

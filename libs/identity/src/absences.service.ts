import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { civilDateIn } from '#deadlines';
import { Clock, Invalid, NotFound, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import { type Actor, requirePermission, scopeOfActor } from './actor.js';

/** Until when somebody is away, and who looks after their work meanwhile. */
export interface Absence {
  /** Last civil day of the absence. */
  readonly awayUntil: string;
  readonly coverId: PersonId;
}

/** As it is read: with the name of the one who stands in. */
export interface KnownAbsence extends Absence {
  readonly coverName: string;
}

/** Both zones of the organisations show the same wall clock. */
const ZONE = 'Europe/London';

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

  /** Sets or ends one's own absence. @param absence null when one is here again. @throws Invalid `cover-wrong`, `away-until-past` */
  setOwn(actor: Actor, absence: Absence | null): Promise<void> {
    return this.write(actor, actor.personId, absence);
  }

  /** Sets or ends somebody's absence. @throws NotFound `person-not-found`; Invalid as {@link setOwn}; Forbidden */
  setOf(actor: Actor, personId: PersonId, absence: Absence | null): Promise<void> {
    requirePermission(actor, 'person:manage');
    return this.write(actor, personId, absence);
  }

  private async read(actor: Actor, personId: PersonId): Promise<KnownAbsence | undefined> {
    const [found] = await this.tx.run(scopeOfActor(actor), () =>
      this.tx.query<KnownAbsence>(
        `select p.away_until::text as "awayUntil", p.cover_id as "coverId", c.name as "coverName"
           from person p join person c on c.organisation_id = p.organisation_id and c.id = p.cover_id
          where p.organisation_id = $1 and p.id = $2 and p.away_until >= $3`,
        [actor.organisationId, personId, this.today()],
      ),
    );
    return found;
  }

  private write(actor: Actor, personId: PersonId, absence: Absence | null): Promise<void> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const exists = await this.tx.query(
        `select from person where organisation_id = $1 and id = $2`,
        [actor.organisationId, personId],
      );
      if (exists.length === 0) {
        throw new NotFound('person-not-found', 'We could not find that person.');
      }
      if (absence) await this.check(actor, personId, absence);
      await this.tx.query(
        `update person set away_until = $3, cover_id = $4 where organisation_id = $1 and id = $2`,
        [actor.organisationId, personId, absence?.awayUntil ?? null, absence?.coverId ?? null],
      );
      const action = absence ? 'person.away-set' : 'person.away-ended';
      await this.trail.record(actor, action, { type: 'person', id: personId }, { ...absence });
    });
  }

  /** Somebody else who can sign in and works on cases. */
  private async check(actor: Actor, personId: PersonId, absence: Absence): Promise<void> {
    if (absence.awayUntil < this.today()) {
      throw refused('away-until-past', 'awayUntil', 'Enter a last day that is not past');
    }
    const covers = await this.tx.query(
      `select from person where organisation_id = $1 and id = $2 and id <> $3 and is_active
          and role in ('adviser', 'approver')`,
      [actor.organisationId, absence.coverId, personId],
    );
    if (covers.length === 0) {
      throw refused('cover-wrong', 'coverId', 'Choose a colleague who works on cases');
    }
  }

  private today(): string {
    return civilDateIn(this.clock.now(), ZONE);
  }
}

function refused(code: string, field: string, message: string): Invalid {
  return new Invalid(code, message, [{ field, message }]);
}

import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type OpenDeadline, OpenDeadlines } from '#cases';
import { type Actor, can, requirePermission, scopeOfActor, SignInService } from '#identity';
import { Clock, isId, NotFound, type OrganisationId, type PersonId } from '#kernel';
import { type Config, CONFIG, scopeOf, Transactions } from '#platform';

/** What a calendar shows of a running clock. */
export type FeedEntry = Pick<OpenDeadline, 'id' | 'reference' | 'title' | 'dueOn' | 'dueAt'>;

/** More than a calendar can show usefully. */
const MOST = 500;
const SECRET_BYTES = 32;

/**
 * Private addresses by which a person's own calendar reads their deadlines. The address holds the organisation, so
 * that the secret is looked for among its rows alone; only a hash of the secret is kept.
 */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly tx: Transactions,
    private readonly trail: AuditTrail,
    private readonly signIn: SignInService,
    private readonly deadlines: OpenDeadlines,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Since when the person has a feed; undefined when there is none. */
  async findOwn(actor: Actor): Promise<Date | undefined> {
    const [found] = await this.tx.run(scopeOfActor(actor), () =>
      this.tx.query<{ madeAt: Date }>(
        `select made_at as "madeAt" from calendar_feed where organisation_id = $1 and person_id = $2`,
        [actor.organisationId, actor.personId],
      ),
    );
    return found?.madeAt;
  }

  /** Makes a new address; the one before, if any, ends. @returns the address; this is the only time that it is seen. */
  async make(actor: Actor): Promise<string> {
    requirePermission(actor, 'case:read');
    const token = newToken(actor.organisationId);
    await this.tx.run(scopeOfActor(actor), async () => {
      await this.tx.query(
        `insert into calendar_feed (person_id, organisation_id, token_hash, made_at) values ($1, $2, $3, $4)
         on conflict (person_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at`,
        [actor.personId, actor.organisationId, hashOf(token), this.clock.now()],
      );
      await this.trail.record(actor, 'feed.made', subjectOf(actor));
    });
    return `${this.config.baseUrl}/feeds/${token}`;
  }

  /** Ends the address at once. */
  async revoke(actor: Actor): Promise<void> {
    await this.tx.run(scopeOfActor(actor), async () => {
      await this.tx.query(
        `delete from calendar_feed where organisation_id = $1 and person_id = $2`,
        [actor.organisationId, actor.personId],
      );
      await this.trail.record(actor, 'feed.revoked', subjectOf(actor));
    });
  }

  /** The clocks behind an address: those that its person may see now. @throws NotFound `feed-not-found` */
  async read(token: string): Promise<readonly FeedEntry[]> {
    const personId = await this.findPerson(token);
    const actor = personId && (await this.signIn.findPerson(personId));
    if (!actor || !can(actor, 'case:read')) throw new NotFound('feed-not-found');
    return (await this.deadlines.listOwn(actor, { limit: MOST })).items;
  }

  private async findPerson(token: string): Promise<PersonId | undefined> {
    const organisationId = organisationOf(token);
    if (!organisationId) return undefined;
    const [found] = await this.tx.run(scopeOf(organisationId), () =>
      this.tx.query<{ personId: PersonId }>(
        `select person_id as "personId" from calendar_feed where organisation_id = $1 and token_hash = $2`,
        [organisationId, hashOf(token)],
      ),
    );
    return found?.personId;
  }
}

function newToken(organisationId: OrganisationId): string {
  const organisation = Buffer.from(organisationId.replaceAll('-', ''), 'hex');
  return Buffer.concat([organisation, randomBytes(SECRET_BYTES)]).toString('base64url');
}

function organisationOf(token: string): OrganisationId | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 16 + SECRET_BYTES) return undefined;
  const id = bytes
    .toString('hex', 0, 16)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isId(id) ? id : undefined;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function subjectOf({ personId }: Actor) {
  return { type: 'person', id: personId };
}

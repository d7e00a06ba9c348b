import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import Handlebars from 'handlebars';
import { type Actor, type Correspondent, OrganisationKeys, scopeOfActor } from '#identity';
import { Clock, type Id, newId, NotFound, type OrganisationId } from '#kernel';
import {
  type Config,
  CONFIG,
  type Letter,
  Mailer,
  OutboxRepository,
  Transactions,
} from '#platform';
import { mailWritten } from './notifications.jobs.js';

/** A letter as it is kept. */
export interface KeptLetter extends Letter {
  readonly id: Id;
  readonly writtenAt: Date;
  readonly sentAt: Date | null;
}

interface Row {
  id: Id;
  letterSealed: Buffer;
  writtenAt: Date;
  sentAt: Date | null;
}

const ROW = `id, letter_sealed as "letterSealed", written_at as "writtenAt", sent_at as "sentAt"`;
const TEMPLATE = join(import.meta.dirname, '../../../../templates/emails/something-to-do.hbs');

/** Writes letters, keeps them sealed, and hands them on where there is a mail server. */
@Injectable()
export class Letters {
  private readonly render = Handlebars.compile<{ reference: string; address: string }>(
    readFileSync(TEMPLATE, 'utf8'),
    { noEscape: true, strict: true },
  );

  constructor(
    private readonly tx: Transactions,
    private readonly keys: OrganisationKeys,
    private readonly mailer: Mailer,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Writes to somebody that there is something to do on a case: its reference and nothing else of it. */
  async write(organisationId: OrganisationId, to: Correspondent, reference: string): Promise<void> {
    const id = newId();
    const [subject = '', ...text] = this.render({
      reference,
      address: `${this.config.baseUrl}/notices`,
    }).split('\n');
    const letter: Letter = { to: to.email, subject, text: text.join('\n').trim() };
    const sealed = await this.keys.seal(organisationId, JSON.stringify(letter), placeOf(id));
    await this.tx.query(
      `insert into mail (id, organisation_id, person_id, letter_sealed, written_at) values ($1, $2, $3, $4, $5)`,
      [id, organisationId, to.id, sealed, this.clock.now()],
    );
    if (this.mailer.isSending) await this.outbox.add(organisationId, mailWritten, { mailId: id });
  }

  /** One letter. Runs inside the unit of work of its caller. */
  async find(organisationId: OrganisationId, id: Id): Promise<KeptLetter | undefined> {
    const [row] = await this.tx.query<Row>(
      `select ${ROW} from mail where organisation_id = $1 and id = $2`,
      [organisationId, id],
    );
    return row && this.open(organisationId, row);
  }

  /** Notes that a letter was handed over. */
  async markSent(organisationId: OrganisationId, id: Id): Promise<void> {
    await this.tx.query(`update mail set sent_at = $3 where organisation_id = $1 and id = $2`, [
      organisationId,
      id,
      this.clock.now(),
    ]);
  }

  /** The last letters of the person's organisation, in the demonstration only. @throws NotFound `not-found` elsewhere */
  listForDemo(actor: Actor): Promise<KeptLetter[]> {
    if (!this.config.isDemo) throw new NotFound('not-found');
    const { organisationId } = actor;
    return this.tx.run(scopeOfActor(actor), async () => {
      const rows = await this.tx.query<Row>(
        `select ${ROW} from mail where organisation_id = $1 order by written_at desc, id desc limit 50`,
        [organisationId],
      );
      return Promise.all(rows.map((row) => this.open(organisationId, row)));
    });
  }

  private async open(organisationId: OrganisationId, row: Row): Promise<KeptLetter> {
    const { letterSealed, ...kept } = row;
    const plain = await this.keys.open(organisationId, letterSealed, placeOf(row.id));
    return { ...(JSON.parse(plain.toString()) as Letter), ...kept };
  }
}

function placeOf(id: Id): string {
  return `mail.letter:${id}`;
}

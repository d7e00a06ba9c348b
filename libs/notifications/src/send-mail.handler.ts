import { Injectable } from '@nestjs/common';
import { type JobContext, type JobHandler, Mailer, scopeOf, Transactions } from '#platform';
import { Letters } from './letters.service.js';
import { mailWritten } from './notifications.jobs.js';

/** Hands a letter to the mail server. One that was handed over is let be. */
@Injectable()
export class SendMail implements JobHandler<{ mailId: string }> {
  readonly job = mailWritten;
  readonly transaction = 'own';

  constructor(
    private readonly tx: Transactions,
    private readonly letters: Letters,
    private readonly mailer: Mailer,
  ) {}

  async handle({ mailId }: { mailId: string }, { organisationId }: JobContext): Promise<void> {
    const scope = scopeOf(organisationId);
    const letter = await this.tx.run(scope, () => this.letters.find(organisationId, mailId));
    if (!letter || letter.sentAt) return;
    await this.mailer.send(letter, mailId);
    await this.tx.run(scope, () => this.letters.markSent(organisationId, mailId));
  }
}

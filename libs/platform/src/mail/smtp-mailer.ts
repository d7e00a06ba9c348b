import type { OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { Id } from '#kernel';
import { type Letter, Mailer } from './mailer.js';

/** Milliseconds before a mail server that does not answer is given up; the job tries again later. */
const PATIENCE = 20_000;

/** Sends mail by SMTP. */
export class SmtpMailer extends Mailer implements OnApplicationShutdown {
  readonly isSending = true;
  private readonly transport;

  /** @param url `smtp://user:password@host:port`, or `smtps://` for TLS from the first byte. @param from the sender. */
  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport({
      url,
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
      // A letter is words of ours: nothing in it may make the machine read files or fetch pages.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ to, subject, text }: Letter, id: Id): Promise<void> {
    const messageId = `<${id}@${this.from.split('@').at(-1)!.replace('>', '')}>`;
    await this.transport.sendMail({
      from: this.from,
      to: { name: '', address: to },
      subject,
      text,
      messageId,
      headers: { 'auto-submitted': 'auto-generated' },
    });
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}

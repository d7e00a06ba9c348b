import type { OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { Id } from '#kernel';
import { type Letter, Mailer } from './mailer.js';
import { mailFailure } from './mail-failure.js';

/** Milliseconds before a mail server that does not answer is given up; the job tries again later. */
const PATIENCE = 20_000;

/** Sends mail by SMTP. */
export class SmtpMailer extends Mailer implements OnApplicationShutdown {
  readonly isSending = true;
  private readonly transport;

  /**
   * @param url `smtp://user:password@host:port`, or `smtps://` for TLS from the first byte. With a password nothing is
   *   said before the connection is encrypted; without one it is encrypted where the server offers it.
   * @param from the sender.
   */
  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport({
      url,
      ...(new URL(url).password ? { requireTLS: true } : {}),
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
      // A letter is words of ours: nothing in it may make the machine read files or fetch pages.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** @throws NoLaterTry `mail-refused`; DomainError `mail-put-off`, `mail-sign-in-failed`, `mail-not-encrypted`, `mail-server-away` */
  async send({ to, subject, text }: Letter, id: Id): Promise<void> {
    const messageId = `<${id}@${this.from.split('@').at(-1)!.replace('>', '')}>`;
    try {
      await this.transport.sendMail({
        from: this.from,
        to: { name: '', address: to },
        subject,
        text,
        messageId,
        headers: { 'auto-submitted': 'auto-generated' },
      });
    } catch (error) {
      throw mailFailure(error);
    }
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}

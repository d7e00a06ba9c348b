import { Controller, Get } from '@nestjs/common';
import type { Actor } from '#identity';
import { Letters } from '#notifications';
import { Action } from '../../http/action.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { View } from '../../http/view.interceptor.js';

/** Mail that was written and not sent. In the demonstration only: it is other people's mail. */
@Controller('dev/outbox')
export class DevOutboxPages {
  constructor(private readonly letters: Letters) {}

  @Get()
  @Action({ permission: 'signed-in' })
  @View('dev/outbox')
  async list(@CurrentActor() actor: Actor): Promise<PageView> {
    const letters = await this.letters.listForDemo(actor);
    return {
      page: { title: 'Mail of the demonstration' },
      letters: letters.map(({ to, subject, text, writtenAt, sentAt }) => ({
        subject,
        text,
        facts: [{ key: 'To', text: to }],
        at: writtenAt.toISOString(),
        isSent: sentAt !== null,
      })),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { type Actor, can, OrganisationSettings } from '#identity';
import { GuidanceReviews } from '#knowledge';
import type { HelpLine } from '../views/page-model.js';
import { AlertCount } from './alert-count.js';
import { NoticeCount } from './notice-count.js';
import { SignatureCount } from './signature-count.js';

/** What the frame of a page says besides the page itself. */
export interface FrameFactsOfPerson {
  /** What waits, by the address that leads to it. */
  readonly waiting: Readonly<Record<string, number>>;
  readonly helpLine: HelpLine | undefined;
  readonly unreadNotices: number;
}

const NOTHING: FrameFactsOfPerson = { waiting: {}, helpLine: undefined, unreadNotices: 0 };

/** Finds out what waits for a person, and whom a doctor may call. */
@Injectable()
export class FrameFacts {
  constructor(
    private readonly alerts: AlertCount,
    private readonly notices: NoticeCount,
    private readonly signatures: SignatureCount,
    private readonly reviews: GuidanceReviews,
    private readonly settings: OrganisationSettings,
  ) {}

  async of(actor: Actor | undefined): Promise<FrameFactsOfPerson> {
    if (!actor) return NOTHING;
    const sources = can(actor, 'guidance:review') ? await this.reviews.countTasks(actor) : 0;
    return {
      waiting: {
        '/alerts': await this.alerts.of(actor),
        '/signatures': await this.signatures.of(actor),
        '/admin/guidance': sources,
      },
      helpLine: actor.role === 'doctor' ? await this.helpLineOf(actor) : undefined,
      unreadNotices: await this.notices.of(actor),
    };
  }

  /** Read anew for each page: a number that was changed is on the next one. */
  private async helpLineOf(actor: Actor): Promise<HelpLine | undefined> {
    const { name, contacts } = await this.settings.read(actor);
    const { adviceLine, adviceHours, medicoLegalEmail, membershipLine } = contacts;
    if (!adviceLine && !medicoLegalEmail) return undefined;
    return { name, adviceLine, adviceHours, medicoLegalEmail, membershipLine };
  }
}

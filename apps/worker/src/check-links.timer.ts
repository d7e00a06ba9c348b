import { Inject, Injectable } from '@nestjs/common';
import { PeopleService } from '#identity';
import { LinkChecks } from '#knowledge';
import { type Config, CONFIG } from '#platform';
import { askOverHttps } from './ask-over-https.js';
import type { Timer } from './schedules.js';

/**
 * Asks for the links of cited sources whose month is over, where the installation is set to. It looks every six hours
 * which those are, so that neither a restart nor a day without network puts one off for long.
 */
@Injectable()
export class CheckLinks implements Timer {
  readonly name = 'check-links';
  readonly every = 6 * 60 * 60_000;

  constructor(
    private readonly checks: LinkChecks,
    private readonly people: PeopleService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(): Promise<void> {
    if (!this.config.isCheckingLinks) return;
    const organisations = await this.people.listOrganisations();
    await this.checks.checkAll(
      organisations.map((one) => one.organisation_id),
      askOverHttps,
    );
  }
}

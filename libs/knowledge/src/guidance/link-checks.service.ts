import { Injectable } from '@nestjs/common';
import {
  type AskLink,
  followLink,
  hostsOf,
  isAsked,
  type LinkAnswer,
  listSources,
} from '#guidance';
import { Clock, type OrganisationId } from '#kernel';
import { scopeOf, Transactions } from '#platform';
import { GuidanceReviews } from './guidance-reviews.service.js';
import { LinkCheckRepository } from './link-check.repository.js';

/** Links with who wants to know of them. */
type Wanted = ReadonlyMap<string, readonly OrganisationId[]>;

/** Asks once a month whether the pages of the cited sources are still there. It reads none of them and verifies nothing. */
@Injectable()
export class LinkChecks {
  constructor(
    private readonly tx: Transactions,
    private readonly checks: LinkCheckRepository,
    private readonly reviews: GuidanceReviews,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks for all links whose time has come, each once for all organisations and one at a time on each host. Several
   * may do this at once.
   *
   * @param ask asks one address once.
   * @returns how many links were asked for.
   */
  async checkAll(organisations: readonly OrganisationId[], ask: AskLink): Promise<number> {
    const links = shippedLinks();
    const hosts = hostsOf(links);
    const wanted = await this.claim(
      organisations,
      links.filter((link) => isAsked(link, hosts)),
    );
    await Promise.all(
      queuesOf([...wanted.keys()]).map(async (queue) => {
        for (const link of queue) {
          await this.keep(wanted.get(link)!, link, await followLink(link, hosts, ask));
        }
      }),
    );
    const told = new Set([...wanted.values()].flat());
    for (const organisationId of told) await this.reviews.watch(organisationId);
    return wanted.size;
  }

  private async claim(
    organisations: readonly OrganisationId[],
    links: readonly string[],
  ): Promise<Wanted> {
    const wanted = new Map<string, OrganisationId[]>();
    for (const organisationId of organisations) {
      const claimed = await this.tx.run(scopeOf(organisationId), () =>
        this.checks.claim(organisationId, links, this.clock.now()),
      );
      for (const link of claimed) {
        wanted.set(link, [...(wanted.get(link) ?? []), organisationId]);
      }
    }
    return wanted;
  }

  private async keep(
    organisations: readonly OrganisationId[],
    link: string,
    answer: LinkAnswer,
  ): Promise<void> {
    for (const organisationId of organisations) {
      await this.tx.run(scopeOf(organisationId), () =>
        this.checks.keep(organisationId, link, answer, this.clock.now()),
      );
    }
  }
}

function shippedLinks(): string[] {
  const links = listSources().flatMap(({ editions }) => editions.flatMap(({ link }) => link ?? []));
  return [...new Set(links)];
}

/** Links of one host wait for each other. */
function queuesOf(links: readonly string[]): string[][] {
  const hosts = [...new Set(links.map((link) => new URL(link).host))];
  return hosts.map((host) => links.filter((link) => new URL(link).host === host));
}

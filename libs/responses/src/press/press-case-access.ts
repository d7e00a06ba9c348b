import { Injectable } from '@nestjs/common';
import { type Case, CaseReadingService, isPressCase } from '#cases';
import { type Actor, can } from '#identity';
import { Conflict, NotFound } from '#kernel';
import { ConfidentialityGuard } from '../confidentiality-guard.js';
import { PublishedBodyRepository } from '../published-body.repository.js';
import { restingOnCase, TellsOfCase, type TwoChecks } from './press-findings.js';

/** Finds cases for what is done with the press, and holds what is written there to what the press office may read. */
@Injectable()
export class PressCaseAccess {
  constructor(
    private readonly cases: CaseReadingService,
    private readonly guard: ConfidentialityGuard,
    private readonly bodies: PublishedBodyRepository,
  ) {}

  /** @throws NotFound `case-not-found` */
  get(actor: Actor, reference: string): Promise<Case> {
    return this.cases.getOwnOrPress(actor, reference);
  }

  /** @throws NotFound `case-not-found` for a case that is not one of the press office's, whoever asks */
  async getPress(actor: Actor, reference: string): Promise<Case> {
    const found = await this.get(actor, reference);
    if (isPressCase(found)) return found;
    throw new NotFound('case-not-found', 'We could not find that case.');
  }

  /** @throws NotFound `case-not-found`; Conflict `case-closed` */
  async getOpen(actor: Actor, reference: string): Promise<Case> {
    const found = await this.get(actor, reference);
    if (found.state === 'open') return found;
    throw new Conflict('case-closed', 'This case is closed. An adviser can open it again.');
  }

  /**
   * Holds the words of whoever knows the case to what the press office may read. A press officer does not know the
   * case: to them a refusal would confirm what a journalist has guessed.
   *
   * @throws TellsOfCase `tells-of-the-case`
   */
  async requireFitForPress(
    actor: Actor,
    found: Case,
    { field, text }: { field: string; text: string },
  ): Promise<void> {
    if (!can(actor, 'case:read')) return;
    const told = restingOnCase(await this.check(actor, found, text));
    if (told.length > 0) throw new TellsOfCase(field, told);
  }

  /** What the guard says of words that everybody might read. */
  async check(actor: Actor, found: Case, text: string): Promise<TwoChecks> {
    const bodies = [await this.bodies.own(found.organisationId)];
    const read = { text, channel: 'free_text', audience: 'public' } as const;
    return this.guard.checkTwice(actor, read, { found, bodies });
  }
}

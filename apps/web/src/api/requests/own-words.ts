import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '#identity';
import { RequestFollowingService } from '#intake';
import { type CaseId, NotFound } from '#kernel';
import { Acceptances, type OwnWords } from '#responses';
import { choice, idParams, referenceParams, text } from '../../http/field-schemas.js';

/** Address of words in the doctor's name beneath their request. */
export const ownWordsParams = referenceParams.extend(idParams.shape);
export type OwnWordsParams = z.output<typeof ownWordsParams>;

/** What a doctor answers about the words with this hash. */
export const ownWordsBody = z.strictObject({
  answer: choice('whether you agree to these words', ['agree', 'change']),
  textHash: z.string().regex(/^[0-9a-f]{64}$/, 'Enter the hash of the text'),
  comment: text('what you would like to be changed', 5000).default(''),
});
export type OwnWordsBody = z.output<typeof ownWordsBody>;

/** Words in a doctor's name, by the request that the case came from. */
@Injectable()
export class OwnWordsOfRequest {
  constructor(
    private readonly following: RequestFollowingService,
    private readonly acceptances: Acceptances,
  ) {}

  /** @throws NotFound `request-not-found` */
  async list(actor: Actor, reference: string): Promise<OwnWords[]> {
    const caseId = await this.caseOf(actor, reference);
    return caseId ? this.acceptances.listOwn(actor, caseId) : [];
  }

  /** @throws NotFound `request-not-found`, `words-not-found`; and as `Acceptances.answer` */
  async answer(
    actor: Actor,
    { reference, id }: OwnWordsParams,
    given: OwnWordsBody,
  ): Promise<void> {
    const caseId = await this.caseOf(actor, reference);
    if (!caseId) throw new NotFound('words-not-found', 'We could not find these words.');
    await this.acceptances.answer(actor, { caseId, id }, given);
  }

  private async caseOf(actor: Actor, reference: string): Promise<CaseId | null> {
    return (await this.following.get(actor, reference)).request.caseId;
  }
}

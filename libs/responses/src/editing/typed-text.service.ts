import { Injectable } from '@nestjs/common';
import type { GuardReport } from '#confidentiality';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import type { Id } from '#kernel';
import { Transactions } from '#platform';
import { DraftRecords } from '../draft-records.js';
import { type PlaceLimit, placeLimit } from '../place-limit.js';
import type { AskedSentence } from '../sentences/asked-sentences.js';
import { SentenceConfirmations } from '../sentences/sentence-confirmations.service.js';

/** What is said of words that are being typed, before anybody saves them. */
export interface TriedText {
  readonly report: GuardReport;
  /** What the approver would be asked to confirm, sentence by sentence. */
  readonly asked: readonly AskedSentence[];
  readonly limit: PlaceLimit | undefined;
}

/** Reads words as they are typed, and keeps none of them. */
@Injectable()
export class TypedTextService {
  constructor(
    private readonly tx: Transactions,
    private readonly records: DraftRecords,
    private readonly sentences: SentenceConfirmations,
  ) {}

  /** Says what would be found, and what asked, were these the words of a draft. @throws NotFound `draft-not-found` */
  try(actor: Actor, id: Id, text: string): Promise<TriedText> {
    requirePermission(actor, 'draft:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const opened = await this.records.get(actor, id, 'to-read');
      return {
        report: await this.records.check(actor, opened, text),
        asked: await this.sentences.askedIn(opened, text),
        limit: placeLimit(opened.draft, opened.found),
      };
    });
  }
}

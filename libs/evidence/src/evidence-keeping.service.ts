import { Injectable } from '@nestjs/common';
import { type Case, CaseReadingService } from '#cases';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, type Id, newId } from '#kernel';
import { Transactions } from '#platform';
import {
  type CapturedFile,
  type CaptureWords,
  type EvidenceItem,
  type EvidenceKind,
} from './evidence.js';
import { captureWrong, itemNotFound } from './evidence-refusals.js';
import { EvidenceSealing } from './evidence-sealing.js';
import { EvidenceRepository } from './evidence.repository.js';
import { assertKeepable, type MediaType } from './media-type.js';
import { readPast } from './told-moment.js';

/** Something to seal. */
interface Capture {
  readonly kind: EvidenceKind;
  readonly content: Buffer;
  readonly mediaType: MediaType;
  readonly fileName: string;
  readonly words: CaptureWords;
}

/** Keeps evidence: what is kept is sealed at once and never changes. */
@Injectable()
export class EvidenceKeeping {
  constructor(
    private readonly tx: Transactions,
    private readonly cases: CaseReadingService,
    private readonly items: EvidenceRepository,
    private readonly sealing: EvidenceSealing,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a screenshot or another file: PNG, JPEG, WebP, PDF or plain text by its bytes, up to `EVIDENCE_SIZE`.
   *
   * @throws NotFound `case-not-found`; Conflict `case-closed`
   * @throws Invalid `evidence-wrong` at `file`, `seenAt`, `alteredFrom`
   */
  keepFile(
    actor: Actor,
    reference: string,
    { name, content }: CapturedFile,
    words: CaptureWords,
  ): Promise<EvidenceItem> {
    const mediaType = assertKeepable(content);
    return this.keep(actor, reference, { kind: 'file', content, mediaType, fileName: name, words });
  }

  /**
   * Keeps text copied from a page; without text, the address alone.
   *
   * @param text up to `EVIDENCE_TEXT_LENGTH`.
   * @throws as {@link keepFile}; Invalid `evidence-wrong` at `text` where neither was given
   */
  keepWords(
    actor: Actor,
    reference: string,
    text: string,
    words: CaptureWords,
  ): Promise<EvidenceItem> {
    const content = Buffer.from(text || words.address, 'utf8');
    if (content.length === 0) {
      throw captureWrong('text', 'Enter the text of the page, or its address');
    }
    const kind = text ? 'text' : 'link';
    const capture = { content, mediaType: 'text/plain', fileName: '', words } as const;
    return this.keep(actor, reference, { kind, ...capture });
  }

  private keep(actor: Actor, reference: string, capture: Capture): Promise<EvidenceItem> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.cases.getOpen(actor, reference);
      const id = await this.seal(actor, found, capture);
      const item = await this.items.find(found, id);
      if (!item) throw itemNotFound();
      return item;
    });
  }

  private async seal(actor: Actor, found: Case, { words, ...rest }: Capture): Promise<Id> {
    const [id, now] = [newId(), this.clock.now()];
    const seenAt = readPast(found, words.seenAt, { field: 'seenAt', now });
    const alteredFrom = await this.first(found, words.alteredFrom);
    const capturedBy = words.capturedBy || actor.name;
    const told = { ...words, seenAt, alteredFrom, capturedBy };
    await this.sealing.seal(actor, found, { ...rest, ...told, id, keptAt: now });
    return id;
  }

  /** The first of the versions of a page. */
  private async first(found: Case, alteredFrom: Id | null): Promise<Id | null> {
    if (alteredFrom === null) return null;
    const before = await this.items.find(found, alteredFrom);
    if (!before) throw captureWrong('alteredFrom', 'Choose an item of this case');
    return before.alteredFrom ?? before.id;
  }
}

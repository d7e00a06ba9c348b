import { Injectable } from '@nestjs/common';
import { type AuditEntry, AuditParts } from '#audit';
import { type Case, CaseReadingService } from '#cases';
import { type Actor, scopeOfActor } from '#identity';
import type { Id } from '#kernel';
import { Transactions } from '#platform';
import type { EvidenceItem, OpenedEvidence, Sighting } from './evidence.js';
import { EvidenceFiles } from './evidence-files.js';
import { EvidenceRecords } from './evidence-records.js';
import { itemNotFound } from './evidence-refusals.js';
import { EvidenceRepository } from './evidence.repository.js';

/** An item as its page shows it. */
export interface EvidenceFile {
  readonly found: Case;
  readonly item: EvidenceItem;
  /** The looks at the original, newest first. */
  readonly sightings: readonly Sighting[];
  /** What happened to the item, oldest first. */
  readonly custody: readonly AuditEntry[];
  /** Other versions of the same page: the first, then those that name it. */
  readonly versions: readonly EvidenceItem[];
}

/** Why content is opened: read on a page, or taken out. */
type Opening = 'evidence.viewed' | 'evidence.downloaded';

/** Shows evidence to those who read its case. Each opening of content is recorded. */
@Injectable()
export class EvidenceReading {
  constructor(
    private readonly tx: Transactions,
    private readonly cases: CaseReadingService,
    private readonly items: EvidenceRepository,
    private readonly files: EvidenceFiles,
    private readonly records: EvidenceRecords,
    private readonly parts: AuditParts,
  ) {}

  /** The items of a case, as they were kept, without content. @throws NotFound `case-not-found` */
  list(actor: Actor, reference: string): Promise<EvidenceItem[]> {
    return this.tx.run(scopeOfActor(actor), async () =>
      this.items.list(await this.cases.get(actor, reference)),
    );
  }

  /** One item with its custody, without content. @throws NotFound `case-not-found`, `evidence-not-found` */
  get(actor: Actor, reference: string, id: Id): Promise<EvidenceFile> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.cases.get(actor, reference);
      const items = await this.items.list(found);
      const item = items.find((one) => one.id === id);
      if (!item) throw itemNotFound();
      const part = { name: 'evidence', id };
      return {
        found,
        item,
        sightings: await this.items.listSightings(found, id),
        custody: await this.parts.listOf(found.organisationId, found.id, part),
        versions: versionsOf(item, items),
      };
    });
  }

  /**
   * Opens the content of an item and records that this person did, or that it is no longer what was sealed.
   *
   * @throws NotFound as {@link get}
   */
  open(actor: Actor, reference: string, id: Id, why: Opening): Promise<OpenedEvidence> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.cases.get(actor, reference);
      const item = await this.items.find(found, id);
      if (!item) throw itemNotFound();
      return this.opened(actor, found, item, why);
    });
  }

  /** Opens all versions of a page, the first first. @throws NotFound as {@link get} */
  openVersions(actor: Actor, reference: string, id: Id): Promise<OpenedEvidence[]> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const { found, item, versions } = await this.get(actor, reference, id);
      const all = [item, ...versions].toSorted((a, b) => a.number - b.number);
      const opened: OpenedEvidence[] = [];
      for (const one of all) opened.push(await this.opened(actor, found, one, 'evidence.viewed'));
      return opened;
    });
  }

  private async opened(
    actor: Actor,
    found: Case,
    item: EvidenceItem,
    why: Opening,
  ): Promise<OpenedEvidence> {
    if (item.destroyed) return { item, content: undefined };
    const content = await this.files.read(found, item);
    const action = content ? why : 'evidence.broken';
    const { id, number } = item;
    await this.records.note(actor, found, action, { id, number });
    return { item, content };
  }
}

/** Versions of the same page besides the item: the first, and all that name the same first. */
function versionsOf(item: EvidenceItem, items: readonly EvidenceItem[]): EvidenceItem[] {
  const first = item.alteredFrom ?? item.id;
  return items.filter(
    (one) => one.id !== item.id && (one.id === first || one.alteredFrom === first),
  );
}

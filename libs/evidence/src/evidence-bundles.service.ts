import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type Case, CaseReadingService } from '#cases';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Transactions } from '#platform';
import type { EvidenceItem } from './evidence.js';
import { EvidenceFiles } from './evidence-files.js';
import { EvidenceRecords } from './evidence-records.js';
import { EvidenceRepository } from './evidence.repository.js';

/** An item with what reads its content; undefined where that was destroyed. */
export interface BundledItem {
  readonly item: EvidenceItem;
  /** Fails where a byte was changed since it was sealed. */
  readonly open: (() => Promise<Readable>) | undefined;
}

/** All evidence of a case on its way out. */
export interface EvidenceBundle {
  readonly found: Case;
  readonly items: readonly BundledItem[];
}

/** Takes all evidence of a case out, with its files. Each item records it. */
@Injectable()
export class EvidenceBundles {
  constructor(
    private readonly tx: Transactions,
    private readonly cases: CaseReadingService,
    private readonly items: EvidenceRepository,
    private readonly files: EvidenceFiles,
    private readonly records: EvidenceRecords,
  ) {}

  /** @throws Forbidden; NotFound `case-not-found` */
  take(actor: Actor, reference: string): Promise<EvidenceBundle> {
    requirePermission(actor, 'evidence:bundle');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.cases.get(actor, reference);
      const items: BundledItem[] = [];
      for (const item of await this.items.list(found)) {
        const open = item.destroyed ? undefined : await this.files.reader(found, item);
        items.push({ item, open });
        const { id, number } = item;
        await this.records.note(actor, found, 'evidence.bundled', { id, number });
      }
      return { found, items };
    });
  }
}

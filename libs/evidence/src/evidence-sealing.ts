import { Injectable } from '@nestjs/common';
import type { AuditActor } from '#audit';
import type { Case } from '#cases';
import { type Id, newId, type PersonId } from '#kernel';
import { EvidenceFiles, sha256Of } from './evidence-files.js';
import { EvidenceRecords } from './evidence-records.js';
import { EvidenceRepository, type NewItem } from './evidence.repository.js';
import { fileNotes } from './file-notes.js';

/** Something on its way to be sealed; the rest follows from its content and from who keeps it. */
export type ToSeal = Omit<NewItem, 'sha256' | 'size' | 'tells' | 'keptBy'> & {
  readonly content: Buffer;
};

/** Whoever keeps evidence is somebody. */
export type Keeper = AuditActor & { readonly personId: PersonId };

/** Seals an item: its row, the first look at its original, its custody and its file. Runs inside its caller's unit of work. */
@Injectable()
export class EvidenceSealing {
  constructor(
    private readonly items: EvidenceRepository,
    private readonly files: EvidenceFiles,
    private readonly records: EvidenceRecords,
  ) {}

  /** @param from the file of a doctor that it was, if it was one. */
  async seal(
    keeper: Keeper,
    found: Case,
    { content, ...item }: ToSeal,
    from: { readonly sentFile?: Id } = {},
  ): Promise<void> {
    const { id, keptAt, seenAt, mediaType } = item;
    const [sha256, size, keptBy] = [sha256Of(content), content.length, keeper.personId];
    const tells = fileNotes(content, mediaType);
    const number = await this.items.insert(found, { ...item, sha256, size, tells, keptBy });
    await this.items.insertSighting(found, id, {
      id: newId(),
      state: 'up',
      goneBy: null,
      lookedAt: seenAt,
      recordedBy: keptBy,
      recordedAt: keptAt,
    });
    const told = tells.length > 0 && { tells: tells.join(' ') };
    const detail = { ...from, id, number, sha256, size, mediaType, ...told };
    const action = from.sentFile ? 'evidence.kept-from-doctor' : 'evidence.kept';
    await this.records.note(keeper, found, action, detail);
    await this.files.write(found, { id, sha256 }, content);
  }
}

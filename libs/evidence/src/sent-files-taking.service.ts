import { Injectable } from '@nestjs/common';
import { type Case, CaseRepository } from '#cases';
import { Correspondents } from '#identity';
import { type CaseId, type Id, newId, type OrganisationId } from '#kernel';
import { OutboxRepository } from '#platform';
import { sentContentLeft } from './evidence.jobs.js';
import { EvidenceSealing } from './evidence-sealing.js';
import { SentFileContents } from './sent-file-contents.js';
import type { SentFile } from './sent-file.js';
import { SentFileRepository } from './sent-file.repository.js';

/** Makes what a doctor sent evidence of the case that their request became. For background work only. */
@Injectable()
export class SentFilesTaking {
  constructor(
    private readonly sent: SentFileRepository,
    private readonly contents: SentFileContents,
    private readonly sealing: EvidenceSealing,
    private readonly cases: CaseRepository,
    private readonly people: Correspondents,
    private readonly outbox: OutboxRepository,
  ) {}

  /**
   * Seals each file that no case has yet under the key of the case, in the name of its doctor; what lay under the
   * organisation's key goes once that is certain. Runs inside the unit of work of its caller; done again it does nothing.
   */
  async take(
    organisationId: OrganisationId,
    { requestId, caseId }: { requestId: Id; caseId: CaseId },
  ): Promise<void> {
    const found = await this.cases.findById(organisationId, caseId);
    if (!found) return;
    for (const file of await this.sent.listUntaken(organisationId, requestId)) {
      await this.takeOne(found, file);
      await this.outbox.add(organisationId, sentContentLeft, { sentFileId: file.id });
    }
  }

  private async takeOne(found: Case, file: SentFile): Promise<void> {
    const { organisationId } = found;
    const content = await this.contents.read(organisationId, file);
    if (!content) throw new Error(`The sent file ${file.id} is no longer what was sealed.`);
    const doctor = await this.people.find(organisationId, file.sentBy);
    const { fileName, shows, mediaType, seenAt } = file;
    const told = { fileName, shows, mediaType, seenAt, address: '', alteredFrom: null };
    const capturedBy = doctor?.name ?? 'The doctor';
    const item = { ...told, id: newId(), kind: 'file' as const, capturedBy, keptAt: file.sentAt };
    const keeper = { organisationId, personId: file.sentBy };
    await this.sealing.seal(keeper, found, { ...item, content }, { sentFile: file.id });
    await this.sent.take(found, file, item.id);
  }
}

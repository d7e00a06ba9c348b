import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Conflict, type Id, NotFound } from '#kernel';
import { OutboxRepository, Transactions } from '#platform';
import { EvidenceFiles } from './evidence-files.js';
import { sentContentLeft } from './evidence.jobs.js';
import { SentFileContents } from './sent-file-contents.js';
import type { SentFile, SentFileWithContent } from './sent-file.js';
import { SentFileRepository } from './sent-file.repository.js';

/** What a doctor does with what they sent themselves. Callers have found the request for its doctor first. */
@Injectable()
export class OwnSentFiles {
  constructor(
    private readonly tx: Transactions,
    private readonly sent: SentFileRepository,
    private readonly contents: SentFileContents,
    private readonly evidence: EvidenceFiles,
    private readonly trail: AuditTrail,
    private readonly outbox: OutboxRepository,
  ) {}

  /** One of the doctor's own files. @throws NotFound `file-not-found`, alike for somebody else's */
  get(actor: Actor, requestId: Id, id: Id): Promise<SentFile> {
    requirePermission(actor, 'request:send');
    return this.tx.run(scopeOfActor(actor), async () => {
      const files = await this.sent.list(actor.organisationId, requestId);
      const file = files.find((one) => one.id === id && one.sentBy === actor.personId);
      if (!file) throw new NotFound('file-not-found', 'We could not find that file.');
      return file;
    });
  }

  /**
   * Opens a file for the doctor who sent it, also once it is evidence of the case; that they did stands in the trail of
   * the request, and in the custody of the evidence.
   *
   * @returns its content; undefined where it is not there, or is no longer what was sealed
   * @throws NotFound as {@link get}
   */
  open(actor: Actor, requestId: Id, id: Id): Promise<SentFileWithContent> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const file = await this.get(actor, requestId, id);
      const content = await this.contentOf(actor, file);
      const action = content ? 'request.own-file-downloaded' : 'request.file-broken';
      await this.trail.record(actor, action, { type: 'request', id: requestId }, { file: id });
      if (content && file.caseId && file.evidenceId) {
        const subject = { type: 'case' as const, id: file.caseId };
        const detail = { evidence: file.evidenceId };
        await this.trail.record(actor, 'evidence.opened-by-sender', subject, detail);
      }
      return { file, content };
    });
  }

  /**
   * Takes a file back for good: its row, and its content once that is certain.
   *
   * @throws NotFound as {@link get}; Conflict `file-is-evidence`
   */
  takeBack(actor: Actor, requestId: Id, id: Id): Promise<void> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const { organisationId } = actor;
      await this.get(actor, requestId, id);
      if (!(await this.sent.remove(organisationId, id))) throw isEvidence();
      const subject = { type: 'request' as const, id: requestId };
      await this.trail.record(actor, 'request.file-taken-back', subject, { file: id });
      await this.outbox.add(organisationId, sentContentLeft, { sentFileId: id });
    });
  }

  private contentOf({ organisationId }: Actor, file: SentFile): Promise<Buffer | undefined> {
    const { caseId, evidenceId, sha256 } = file;
    return caseId && evidenceId
      ? this.evidence.read({ organisationId, id: caseId }, { id: evidenceId, sha256 })
      : this.contents.read(organisationId, file);
  }
}

function isEvidence(): Conflict {
  return new Conflict(
    'file-is-evidence',
    'This file is evidence of your case now, so it stays. Tell your adviser if it worries you.',
  );
}

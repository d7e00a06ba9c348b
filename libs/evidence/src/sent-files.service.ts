import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, Conflict, type Id, newId, NotFound } from '#kernel';
import { OutboxRepository, Transactions } from '#platform';
import type { CapturedFile } from './evidence.js';
import { sha256Of } from './evidence-files.js';
import { fileSent, sentContentLeft, sentFileToTell } from './evidence.jobs.js';
import { fileNotes } from './file-notes.js';
import { assertKeepable } from './media-type.js';
import { SentFileContents } from './sent-file-contents.js';
import { SentFileRepository } from './sent-file.repository.js';
import {
  MOST_SENT_FILES,
  type RequestOfFiles,
  type SentFile,
  type SentFileWithContent,
  type SentWords,
} from './sent-file.js';
import { readPast } from './told-moment.js';

/** What doctors send with a request. Callers have found the request for their person first. */
@Injectable()
export class SentFiles {
  constructor(
    private readonly tx: Transactions,
    private readonly sent: SentFileRepository,
    private readonly contents: SentFileContents,
    private readonly trail: AuditTrail,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a file of the doctor's: checked and sealed like all evidence, which it becomes once the request is a case.
   *
   * @throws Invalid `evidence-wrong` at `file`, `seenAt`; Conflict `too-many-files`
   */
  keep(
    actor: Actor,
    request: RequestOfFiles,
    { name: fileName, content }: CapturedFile,
    words: SentWords,
  ): Promise<SentFile> {
    requirePermission(actor, 'request:send');
    const mediaType = assertKeepable(content);
    return this.tx.run(scopeOfActor(actor), async () => {
      const { organisationId, personId: sentBy } = actor;
      const before = await this.sent.list(organisationId, request.id);
      if (before.length >= MOST_SENT_FILES) throw tooMany();
      const [sentAt, sha256] = [this.clock.now(), sha256Of(content)];
      const seenAt = readPast(request, words.seenAt, { field: 'seenAt', now: sentAt });
      const told = { id: newId(), sentBy, sentAt, seenAt, fileName, shows: words.shows };
      const measured = { mediaType, size: content.length, sha256 };
      const tells = fileNotes(content, mediaType);
      const file = { ...told, ...measured, tells, caseId: null, evidenceId: null };
      await this.sent.insert(organisationId, request.id, file);
      await this.note(actor, request.id, 'request.file-sent', { file: file.id, ...measured });
      await this.tellOf(actor, request, file.id);
      await this.contents.write(organisationId, file, content);
      return file;
    });
  }

  /** What was sent with a request, the first first. */
  list(actor: Actor, requestId: Id): Promise<SentFile[]> {
    return this.tx.run(scopeOfActor(actor), () => this.sent.list(actor.organisationId, requestId));
  }

  /**
   * Opens a file that no case has yet, and records that this person did.
   *
   * @returns its content; undefined where it is no longer what was sealed
   * @throws NotFound `file-not-found`, also once it is evidence of a case
   */
  open(actor: Actor, requestId: Id, id: Id): Promise<SentFileWithContent> {
    requirePermission(actor, 'request:decide');
    return this.tx.run(scopeOfActor(actor), async () => {
      const files = await this.sent.list(actor.organisationId, requestId);
      const file = files.find((one) => one.id === id && one.evidenceId === null);
      if (!file) throw new NotFound('file-not-found', 'We could not find that file.');
      const content = await this.contents.read(actor.organisationId, file);
      const action = content ? 'request.file-downloaded' : 'request.file-broken';
      await this.note(actor, requestId, action, { file: id });
      return { file, content };
    });
  }

  /** Takes away what was sent with a request that is begun anew. */
  discard(actor: Actor, requestId: Id): Promise<void> {
    requirePermission(actor, 'request:send');
    return this.tx.run(scopeOfActor(actor), async () => {
      const { organisationId } = actor;
      for (const { id } of await this.sent.discard(organisationId, requestId)) {
        await this.outbox.add(organisationId, sentContentLeft, { sentFileId: id });
      }
    });
  }

  private async tellOf({ organisationId }: Actor, request: RequestOfFiles, id: Id): Promise<void> {
    const requestId = request.id;
    await this.outbox.add(organisationId, fileSent, { requestId });
    if (!request.isSent) return;
    await this.outbox.add(organisationId, sentFileToTell, { requestId, sentFileId: id });
  }

  private note(
    actor: Actor,
    id: Id,
    action: string,
    detail: Readonly<Record<string, string | number>>,
  ): Promise<void> {
    return this.trail.record(actor, action, { type: 'request', id }, detail);
  }
}

function tooMany(): Conflict {
  return new Conflict(
    'too-many-files',
    `You have sent ${MOST_SENT_FILES} files. Ask your adviser before you send more.`,
  );
}

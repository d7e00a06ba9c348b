import { hkdfSync } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { OrganisationKeys } from '#identity';
import type { OrganisationId } from '#kernel';
import { FileStore, Transactions } from '#platform';
import { sha256Of } from './evidence-files.js';
import type { SentFile } from './sent-file.js';

/** Keeps the content of sent files until a case has them: each under a key that follows from the organisation's. */
@Injectable()
export class SentFileContents {
  constructor(
    private readonly tx: Transactions,
    private readonly keys: OrganisationKeys,
    private readonly files: FileStore,
  ) {}

  /** Writes the content before the running unit of work commits; it goes again where that fails. */
  async write(
    organisationId: OrganisationId,
    { id }: Pick<SentFile, 'id'>,
    content: Buffer,
  ): Promise<void> {
    const key = await this.keyOf(organisationId, id);
    this.tx.onFailure(() => this.files.remove(id));
    await this.files.write(id, key, Readable.from([content]));
  }

  /** The content; undefined where it is not there, or is no longer what was sealed. */
  async read(
    organisationId: OrganisationId,
    { id, sha256 }: Pick<SentFile, 'id' | 'sha256'>,
  ): Promise<Buffer | undefined> {
    const key = await this.keyOf(organisationId, id);
    const content = await this.files
      .read(id, key)
      .then(buffer)
      .catch(() => undefined);
    return content && sha256Of(content) === sha256 ? content : undefined;
  }

  /** Takes the content away; done again it does nothing. */
  remove({ id }: Pick<SentFile, 'id'>): Promise<void> {
    return this.files.remove(id);
  }

  private async keyOf(organisationId: OrganisationId, id: string): Promise<Buffer> {
    const key = await this.keys.get(organisationId);
    return Buffer.from(hkdfSync('sha256', key, Buffer.from(id), 'parapet sent file', 32));
  }
}

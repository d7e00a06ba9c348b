import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { type Case, CaseKeys } from '#cases';
import type { Id } from '#kernel';
import { FileStore, Transactions } from '#platform';
import type { EvidenceItem } from './evidence.js';

/** Whose key a file lies under. */
type OwnedCase = Pick<Case, 'organisationId' | 'id'>;

/** What leads to a file. */
type Sealed = Pick<EvidenceItem, 'id' | 'sha256'>;

/** Keeps the content of items, each under a key of its own that follows from the key of the case. */
@Injectable()
export class EvidenceFiles {
  constructor(
    private readonly tx: Transactions,
    private readonly keys: CaseKeys,
    private readonly files: FileStore,
  ) {}

  /** Writes the content to the disk before the running unit of work commits; it goes again where that fails. */
  async write(found: Case, sealed: Sealed, content: Buffer): Promise<void> {
    const { address, key } = await this.place(found, sealed);
    this.tx.onFailure(() => this.files.remove(address));
    await this.files.write(address, key, Readable.from([content]));
  }

  /** The content; undefined where it is not there, or is no longer what was sealed. */
  async read(found: OwnedCase, sealed: Sealed): Promise<Buffer | undefined> {
    const { address, key } = await this.place(found, sealed);
    const content = await this.files
      .read(address, key)
      .then(buffer)
      .catch(() => undefined);
    return content && sha256Of(content) === sealed.sha256 ? content : undefined;
  }

  /** What reads the content once it is wanted, outside the unit of work too. It fails where a byte was changed. */
  async reader(found: Case, sealed: Sealed): Promise<() => Promise<Readable>> {
    const { address, key } = await this.place(found, sealed);
    return () => this.files.read(address, key);
  }

  /** Takes the content away; done again it does nothing. */
  remove(sealed: Sealed): Promise<void> {
    return this.files.remove(addressOf(sealed));
  }

  private async place({ organisationId, id }: OwnedCase, sealed: Sealed) {
    const address = addressOf(sealed);
    const cipher = await this.keys.of(organisationId, id);
    return { address, key: cipher.fileKey(address) };
  }
}

/** SHA-256 of some content, lower-case hex. */
export function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * The name of a file follows from what it holds and for which item (a UUID of version 8): no two items share a
 * file, so that taking one away never takes another's, and a row cannot be made to point to another file.
 */
function addressOf({ id, sha256 }: Sealed): Id {
  const bytes = createHash('sha256').update(`${id} ${sha256}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

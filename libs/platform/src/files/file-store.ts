import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open as openFile } from 'node:fs/promises';
import { pipeline as joined, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { type Id, isId, NotFound } from '#kernel';

const NONCE = 12;
const TAG = 16;

/** Keeps files encrypted on the local disk under generated names: nonce, ciphertext, tag. */
@Injectable()
export class FileStore {
  constructor(private readonly directory: string) {}

  /** Writes a file whole or not at all. @param key 32 bytes. */
  async write(
    id: Id,
    key: Buffer,
    content: Readable | AsyncIterable<Buffer | string>,
  ): Promise<void> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    const part = `${this.path(id)}.part`;
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
    const sink = createWriteStream(part, { mode: 0o600 });
    // One that is still being opened when the writing fails would be made after it was removed.
    await once(sink, 'open');
    sink.write(nonce);
    try {
      await pipeline(content, cipher, sink);
      const file = await openFile(part, 'a');
      await file.write(cipher.getAuthTag());
      await file.sync();
      await file.close();
      await rename(part, this.path(id));
      await this.keepNames();
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  /** Reads a file back. The stream fails at its end when a byte was changed. @throws NotFound `file-not-found` */
  async read(id: Id, key: Buffer): Promise<Readable> {
    const file = await openFile(this.path(id)).catch(() => {
      throw new NotFound('file-not-found');
    });
    const { size } = await file.stat();
    const nonce = Buffer.alloc(NONCE);
    const tag = Buffer.alloc(TAG);
    await file.read(nonce, 0, NONCE, 0);
    await file.read(tag, 0, TAG, size - TAG);
    await file.close();
    const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
    decipher.setAuthTag(tag);
    if (size === NONCE + TAG) return decipher.end() as unknown as Readable;
    const body = createReadStream(this.path(id), { start: NONCE, end: size - TAG - 1 });
    // Whoever reads sees the failure on the stream; both ends are closed with it.
    return joined(body, decipher, () => undefined);
  }

  /** Removes a file; one that is gone already is no fault. */
  async remove(id: Id): Promise<void> {
    await rm(this.path(id), { force: true });
  }

  /** A new name is on the disk only once its folder is: without that a power cut may lose a file that was told of. */
  private async keepNames(): Promise<void> {
    const folder = await openFile(this.directory, 'r');
    await folder.sync().finally(() => folder.close());
  }

  private path(id: Id): string {
    if (!isId(id)) throw new NotFound('file-not-found');
    return join(this.directory, id);
  }
}

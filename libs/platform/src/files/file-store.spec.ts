import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { newId } from '#kernel';
import { FileStore } from './file-store.js';

describe('the file store', () => {
  const key = randomBytes(32);
  let directory: string;
  let store: FileStore;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'parapet-files-'));
    store = new FileStore(directory);
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const written = async (content: Buffer) => {
    const id = newId();
    await store.write(id, key, Readable.from(content.length > 0 ? [content] : []));
    return id;
  };
  const read = async (id: string, with_ = key) => buffer(await store.read(id, with_));

  it('knows nothing of a file that was never written, nor of a name that is no id', async () => {
    await expect(store.read(newId(), key)).rejects.toMatchObject({ code: 'file-not-found' });
    await expect(store.read('../root-key', key)).rejects.toMatchObject({ code: 'file-not-found' });
  });

  it.each([0, 1, 16, 65_536, 5 * 1024 * 1024 + 3])(
    'gives %d bytes back as they were',
    async (size) => {
      const content = randomBytes(size);
      expect((await read(await written(content))).equals(content)).toBe(true);
    },
  );

  it('keeps nothing readable on the disk', async () => {
    const id = await written(Buffer.from('the patient is called Canary'));
    expect((await readFile(join(directory, id))).includes('Canary')).toBe(false);
  });

  it.each([0, 12, 20, -1])('fails when the byte at %d was changed', async (at) => {
    const id = await written(Buffer.from('evidence as it was'));
    const path = join(directory, id);
    const bytes = await readFile(path);
    const place = at < 0 ? bytes.length + at : at;
    bytes[place]! ^= 1;
    await writeFile(path, bytes);
    await expect(read(id)).rejects.toThrow();
  });

  it('fails when an empty file was changed, or one was cut short', async () => {
    const empty = await written(Buffer.alloc(0));
    const path = join(directory, empty);
    const bytes = await readFile(path);
    bytes[20]! ^= 1;
    await writeFile(path, bytes);
    await expect(read(empty)).rejects.toThrow();
    const id = await written(randomBytes(1000));
    for (const size of [900, 28, 20, 0]) {
      await truncate(join(directory, id), size);
      await expect(read(id)).rejects.toThrow();
    }
  });

  it('fails with another key, and under the name of another file', async () => {
    const id = await written(Buffer.from('one'));
    await expect(read(id, randomBytes(32))).rejects.toThrow();
    const other = newId();
    await writeFile(join(directory, other), await readFile(join(directory, id)));
    await expect(read(other)).rejects.toThrow();
  });

  it('leaves nothing behind of a write that was interrupted', async () => {
    const id = newId();
    async function* torn() {
      yield randomBytes(200_000);
      throw new Error('the connection is gone');
    }
    await expect(store.write(id, key, torn())).rejects.toThrow('the connection is gone');
    expect(await readdir(directory)).toEqual([]);
    await expect(store.read(id, key)).rejects.toMatchObject({ code: 'file-not-found' });
  });

  it('removes a file, and takes one that is gone for removed', async () => {
    const id = await written(Buffer.from('x'));
    await store.remove(id);
    await store.remove(id);
    expect(await readdir(directory)).toEqual([]);
  });
});

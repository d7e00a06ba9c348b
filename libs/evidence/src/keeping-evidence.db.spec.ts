import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Case, CaseReadingService } from '#cases';
import { scopeOfActor } from '#identity';
import { newId } from '#kernel';
import { FileStore, JobProcessor, scopeOf, Transactions } from '#platform';
import { aCase, rowsAsOwner } from '../../../test/support/casework.js';
import { aPng, keepText, SEEN } from '../../../test/support/evidence.js';
import { Given, type TestPerson } from '../../../test/support/given.js';
import { asOwner } from '../../../test/support/test-services.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import {
  EVIDENCE_SIZE,
  EvidenceDestruction,
  EvidenceKeeping,
  EvidenceReading,
  EvidenceSightings,
  RemoveEvidenceContent,
} from './index.js';

let test: TestApp;
let adviser: TestPerson;
let approver: TestPerson;
let press: TestPerson;
let stranger: TestPerson;
let found: Case;

beforeAll(async () => {
  test = await startTestApp();
  const given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  adviser = await given.aPerson(own, 'adviser');
  approver = await given.aPerson(own, 'approver');
  press = await given.aPerson(own, 'press');
  stranger = await given.aPerson(other, 'approver');
  test.app.get(JobProcessor).register(test.app.get(RemoveEvidenceContent));
});
afterAll(() => test.close());
beforeEach(async () => {
  found = await aCase(test, adviser);
});

const filesOnDisk = (): string[] => {
  try {
    return readdirSync(join(test.config.dataDirectory, 'files')).sort();
  } catch {
    return [];
  }
};
const keepFile = (content: Buffer, words = {}) =>
  test.app
    .get(EvidenceKeeping)
    .keepFile(
      adviser.actor,
      found.reference,
      { name: 'Screenshot.png', content },
      { ...SEEN, ...words },
    );
const open = (id: string) =>
  test.app.get(EvidenceReading).open(adviser.actor, found.reference, id, 'evidence.viewed');

describe('keeping evidence', () => {
  it('is refused without the right, on a case of another organisation and on a closed one', async () => {
    await expect(async () => keepText(test, press, found.reference)).rejects.toMatchObject({
      code: 'permission-missing',
    });
    await expect(keepText(test, stranger, found.reference)).rejects.toMatchObject({
      code: 'case-not-found',
    });
  });

  it.each([
    ['what is none of the kinds that are kept', Buffer.from('<svg onload=1>'), {}, 'file'],
    ['more than 10 MB', Buffer.alloc(EVIDENCE_SIZE + 1, 'a'), {}, 'file'],
    ['nothing', Buffer.alloc(0), {}, 'file'],
    ['a time to come', aPng(), { seenAt: '2199-01-01T10:00' }, 'seenAt'],
    ['a day without a time', aPng(), { seenAt: '2026-11-20' }, 'seenAt'],
    ['a version of nothing', aPng(), { alteredFrom: newId() }, 'alteredFrom'],
  ])('is refused for %s, and leaves nothing behind', async (_, content, words, field) => {
    const before = filesOnDisk();
    await expect(async () => keepFile(content, words)).rejects.toMatchObject({
      code: 'evidence-wrong',
      faults: [{ field }],
    });
    expect(filesOnDisk()).toEqual(before);
  });

  it('keeps the bytes as they were, sealed, and gives them back to those who read the case', async () => {
    const content = aPng('Philippa Quillfeather');
    const item = await keepFile(content, { shows: 'A post about Philippa Quillfeather' });
    expect(item).toMatchObject({
      number: 1,
      kind: 'file',
      mediaType: 'image/png',
      size: content.length,
    });
    expect((await open(item.id)).content).toEqual(content);
    const rows = await rowsAsOwner(test, 'evidence_item');
    expect(rows.join()).toContain(item.sha256);
    const files = filesOnDisk().map((name) =>
      readFileSync(join(test.config.dataDirectory, 'files', name), 'latin1'),
    );
    expect([...rows, ...files].join()).not.toMatch(/Quillfeather|Screenshot|maps\.example/);
    const reading = test.app.get(EvidenceReading);
    await expect(
      reading.open(stranger.actor, found.reference, item.id, 'evidence.viewed'),
    ).rejects.toMatchObject({ code: 'case-not-found' });
    await expect(async () => reading.list(press.actor, found.reference)).rejects.toMatchObject({
      code: 'permission-missing',
    });
  });

  it('counts within the case, and takes its own copy of what is kept twice', async () => {
    const before = filesOnDisk().length;
    const items = await Promise.all([1, 2, 3].map(() => keepFile(aPng())));
    expect(items.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
    expect(filesOnDisk()).toHaveLength(before + 3);
    expect(new Set(items.map(({ sha256 }) => sha256)).size).toBe(1);
  });

  it('leaves no file where its unit of work fails, and no row where the file cannot be written', async () => {
    const before = filesOnDisk();
    const tx = test.app.get(Transactions);
    const failing = tx.run(scopeOfActor(adviser.actor), async () => {
      await keepFile(aPng());
      expect(filesOnDisk()).toHaveLength(before.length + 1);
      throw new Error('what came after it failed');
    });
    await expect(failing).rejects.toThrow('what came after it failed');
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    const write = aFullDisk(test.app.get(FileStore), full);
    await expect(keepFile(aPng())).rejects.toBe(full);
    write.restore();
    expect(filesOnDisk()).toEqual(before);
    expect(await test.app.get(EvidenceReading).list(adviser.actor, found.reference)).toEqual([]);
    expect((await keepFile(aPng())).number).toBe(1);
  });

  it('names the first of several versions, whichever of them is chosen', async () => {
    const first = await keepText(test, adviser, found.reference, 'Take two a day.');
    const second = await keepText(test, adviser, found.reference, 'Take twelve a day.', {
      alteredFrom: first.id,
    });
    const third = await keepText(test, adviser, found.reference, 'Take twenty.', {
      alteredFrom: second.id,
    });
    expect([second.alteredFrom, third.alteredFrom]).toEqual([first.id, first.id]);
    const reading = test.app.get(EvidenceReading);
    const opened = await reading.openVersions(adviser.actor, found.reference, third.id);
    expect(opened.map(({ content }) => content?.toString())).toEqual([
      'Take two a day.',
      'Take twelve a day.',
      'Take twenty.',
    ]);
  });
});

describe('an item of evidence', () => {
  it('cannot be changed or deleted, by whoever has the database in hand', async () => {
    const item = await keepText(test, adviser, found.reference);
    await asOwner(test, adviser.actor.organisationId, async (client) => {
      await client.query(`select set_config('app.person', 'system', false)`);
      for (const change of [
        `update evidence_item set sha256 = repeat('0', 64) where id = $1`,
        `update evidence_item set seen_at = now() where id = $1`,
        `update evidence_item set destroyed_at = now(), destroyed_by = kept_by, destroyed_reason = 'x', size = 1 where id = $1`,
      ]) {
        await expect(client.query(change, [item.id])).rejects.toThrow('does not change');
      }
    });
    const tx = test.app.get(Transactions);
    const remove = tx.run(scopeOfActor(adviser.actor), () =>
      tx.query('delete from evidence_item where id = $1', [item.id]),
    );
    await expect(remove).rejects.toThrow('permission denied');
  });

  it('is found out where a byte of it was changed, which is recorded', async () => {
    const before = new Set(filesOnDisk());
    const item = await keepText(test, adviser, found.reference);
    const name = filesOnDisk().find((file) => !before.has(file));
    const path = join(test.config.dataDirectory, 'files', name!);
    const bytes = readFileSync(path);
    bytes[20]! ^= 1;
    writeFileSync(path, bytes);
    expect((await open(item.id)).content).toBeUndefined();
    expect(await actionsOn(item.id)).toEqual(['evidence.kept', 'evidence.broken']);
  });

  it('has in its custody who kept it, looked at it and took it out, in their order', async () => {
    const item = await keepText(test, adviser, found.reference);
    const other = await keepText(test, adviser, found.reference, 'Another');
    const reading = test.app.get(EvidenceReading);
    await open(item.id);
    await open(other.id);
    await reading.open(approver.actor, found.reference, item.id, 'evidence.downloaded');
    const { custody } = await reading.get(adviser.actor, found.reference, item.id);
    expect(custody.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['evidence.kept', adviser.actor.name],
      ['evidence.viewed', adviser.actor.name],
      ['evidence.downloaded', approver.actor.name],
    ]);
    expect(custody[0]!.detail).toMatchObject({ sha256: item.sha256, size: item.size });
  });

  it('says whether its original is still up, who took it away, and on which days that was seen', async () => {
    const item = await keepText(test, adviser, found.reference);
    const sightings = test.app.get(EvidenceSightings);
    const look = { lookedAt: '2026-11-21T10:00', state: 'gone', goneBy: null } as const;
    const at = [adviser.actor, found.reference, item.id] as const;
    await expect(sightings.record(...at, look)).rejects.toMatchObject({
      faults: [{ field: 'goneBy' }],
    });
    const ahead = { ...look, state: 'up', lookedAt: '2199-11-21T10:00' } as const;
    await expect(sightings.record(...at, ahead)).rejects.toMatchObject({
      faults: [{ field: 'lookedAt' }],
    });
    await sightings.record(...at, { ...look, goneBy: 'author' });
    const file = await test.app.get(EvidenceReading).get(...at);
    expect(file.sightings.map(({ state, goneBy }) => [state, goneBy])).toEqual([
      ['gone', 'author'],
      ['up', null],
    ]);
    expect(file.item.original).toMatchObject({ state: 'gone', goneBy: 'author' });
    expect(file.sightings[1]!.lookedAt).toEqual(new Date('2026-11-20T09:30:00Z'));
  });

  it('is destroyed by a person with the right and a reason; the row and its hash stay', async () => {
    const before = filesOnDisk();
    const item = await keepText(test, adviser, found.reference, 'Must not be kept');
    const destruction = test.app.get(EvidenceDestruction);
    const why = 'It shows somebody who must not be shown.';
    expect(() => destruction.destroy(adviser.actor, found.reference, item.id, why)).toThrow();
    await destruction.destroy(approver.actor, found.reference, item.id, why);
    await expect(
      destruction.destroy(approver.actor, found.reference, item.id, why),
    ).rejects.toMatchObject({ code: 'evidence-destroyed' });
    expect((await open(item.id)).content).toBeUndefined();
    await doJobs();
    expect(filesOnDisk()).toEqual(before);
    const [left] = await test.app.get(EvidenceReading).list(adviser.actor, found.reference);
    expect(left).toMatchObject({
      sha256: item.sha256,
      destroyed: { byName: approver.actor.name, reason: why },
    });
    expect(await actionsOn(item.id)).toEqual(['evidence.kept', 'evidence.destroyed']);
  });
});

describe('several items of a case', () => {
  it('are destroyed at one time without getting in each other’s way', async () => {
    const items = [];
    for (const text of ['One', 'Two', 'Three', 'Four']) {
      items.push(await keepText(test, adviser, found.reference, text));
    }
    const destruction = test.app.get(EvidenceDestruction);
    await Promise.all(
      items.map(({ id }) => destruction.destroy(approver.actor, found.reference, id, 'Not ours')),
    );
    const { sealedItems } = await test.app
      .get(CaseReadingService)
      .overview(adviser.actor, found.reference);
    expect(sealedItems).toBe(0);
  });
});

async function actionsOn(id: string): Promise<string[]> {
  const { custody } = await test.app.get(EvidenceReading).get(adviser.actor, found.reference, id);
  return custody.map(({ action }) => action);
}

async function doJobs(): Promise<void> {
  const tx = test.app.get(Transactions);
  const rows = await tx.run(scopeOf(adviser.actor.organisationId), () =>
    tx.query<{ id: string }>(
      `select id from outbox where done_at is null and name = 'remove-evidence-content'`,
    ),
  );
  for (const { id } of rows) await test.app.get(JobProcessor).process(id);
}

/** A disk that is full. */
function aFullDisk(files: FileStore, error: Error) {
  const { write } = files;
  files.write = () => Promise.reject(error);
  return {
    restore: () => {
      files.write = write;
    },
  };
}

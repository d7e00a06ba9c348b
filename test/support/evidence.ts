import { crc32, deflateSync } from 'node:zlib';
import { type CaptureWords, EvidenceKeeping, type EvidenceItem } from '#evidence';
import type { TestPerson } from './given.js';
import type { TestApp } from './test-app.js';

/** What is said of something that is kept, with nothing special about it. */
export const SEEN: CaptureWords = {
  seenAt: '2026-11-20T09:30',
  address: 'https://maps.example/review/1',
  shows: 'The review with its stars',
  capturedBy: '',
  alteredFrom: null,
};

/** Text that is kept as evidence of a case. */
export function keepText(
  { app }: Pick<TestApp, 'app'>,
  person: TestPerson,
  reference: string,
  text = 'Waited an hour. Rude staff.',
  words: Partial<CaptureWords> = {},
): Promise<EvidenceItem> {
  const keeping = app.get(EvidenceKeeping);
  return keeping.keepWords(person.actor, reference, text, { ...SEEN, ...words });
}

function pngPart(name: string, body: Buffer): Buffer {
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  size.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
}

/** A picture of one grey point, with a note inside that says where it was made. */
export function aPng(note = 'GPS 51.5, -0.1'): Buffer {
  const head = Buffer.from('00000001000000010800000000', 'hex');
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngPart('IHDR', head),
    pngPart('tEXt', Buffer.from(`Comment\0${note}`)),
    pngPart('IDAT', deflateSync(Buffer.from([0, 128]))),
    pngPart('IEND', Buffer.alloc(0)),
  ]);
}

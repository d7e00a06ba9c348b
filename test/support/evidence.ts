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

/** One tag of EXIF: its number, and what stands in the four bytes of its value. */
export type ExifTag = readonly [tag: number, value: number];

/** A block of EXIF with one folder and, from byte 128 on, another to which a tag may lead. */
export function anExif(first: readonly ExifTag[], second: readonly ExifTag[] = []): Buffer {
  const block = Buffer.alloc(256);
  block.write('II*\0', 'latin1');
  block.writeUInt32LE(8, 4);
  for (const [at, tags] of [
    [8, first],
    [128, second],
  ] as const) {
    block.writeUInt16LE(tags.length, at);
    tags.forEach(([tag, value], index) => {
      block.writeUInt16LE(tag, at + 2 + index * 12);
      block.writeUInt32LE(value, at + 10 + index * 12);
    });
  }
  return block;
}

/** EXIF with a place: its folder of places holds a latitude and a longitude. */
export const PLACED_EXIF = anExif(
  [[0x8825, 128]],
  [
    [0, 0x0203],
    [2, 0],
    [4, 0],
  ],
);

/** A picture with parts of any kind after its head. */
export function aPngWith(parts: readonly (readonly [name: string, body: Buffer])[]): Buffer {
  const whole = aPng();
  const bare = Buffer.concat([whole.subarray(0, 33)]);
  return Buffer.concat([
    bare,
    ...parts.map(([name, body]) => pngPart(name, body)),
    pngPart('IDAT', deflateSync(Buffer.from([0, 128]))),
    pngPart('IEND', Buffer.alloc(0)),
  ]);
}

/** A JPEG of one scan with a part of each marker given before it. */
export function aJpegWith(parts: readonly (readonly [marker: number, body: Buffer])[]): Buffer {
  const part = (marker: number, body: Buffer) => {
    const size = Buffer.alloc(2);
    size.writeUInt16BE(body.length + 2);
    return Buffer.concat([Buffer.from([0xff, marker]), size, body]);
  };
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    part(0xe0, Buffer.from('JFIF\0')),
    ...parts.map(([marker, body]) => part(marker, body)),
    part(0xda, Buffer.from('scan')),
    Buffer.from('112233ffd9', 'hex'),
  ]);
}

/** A WebP with a chunk of each name given after what is drawn. */
export function aWebpWith(parts: readonly (readonly [name: string, body: Buffer])[]): Buffer {
  const part = (name: string, body: Buffer) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(body.length);
    return Buffer.concat([Buffer.from(name), size, body, Buffer.alloc(body.length % 2)]);
  };
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    part('VP8 ', Buffer.from('drawn')),
    ...parts.map(([name, content]) => part(name, content)),
  ]);
  const head = Buffer.from('RIFF0000');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

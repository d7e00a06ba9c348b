import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import {
  aJpegWith,
  anExif,
  aPngWith,
  aWebpWith,
  PLACED_EXIF,
} from '../../../test/support/evidence.js';
import { exifNotes } from './exif-notes.js';
import { fileNotes } from './file-notes.js';
import { assertKeepable, type MediaType } from './media-type.js';
import { shownCopy } from './shown-copy.js';

const MARK = Buffer.from('Exif\0\0', 'latin1');
const marked = Buffer.concat([MARK, PLACED_EXIF]);
const xmp = (words: string) => Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${words}</x>`);
const inPng = (words: string) =>
  Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0<x>${words}</x>`, 'latin1');
const packed = (keyword: string, words: string, between = '\0\0') =>
  Buffer.concat([Buffer.from(keyword + between, 'latin1'), deflateSync(Buffer.from(words))]);

const PLACED: [string, MediaType, Buffer][] = [
  ['JPEG with EXIF', 'image/jpeg', aJpegWith([[0xe1, marked]])],
  ['JPEG with XMP', 'image/jpeg', aJpegWith([[0xe1, xmp('exif:GPSLatitude="51,30N"')]])],
  ['JPEG with a city in XMP', 'image/jpeg', aJpegWith([[0xe1, xmp('photoshop:City="Leeds"')]])],
  [
    'JPEG with a city for a picture desk',
    'image/jpeg',
    aJpegWith([[0xed, Buffer.from('Photoshop 3.0\0\x1c\x02\x5a\0\x05Leeds', 'latin1')]]),
  ],
  ['JPEG with fill bytes before it', 'image/jpeg', withFill(aJpegWith([[0xe1, marked]]))],
  ['PNG with EXIF', 'image/png', aPngWith([['eXIf', PLACED_EXIF]])],
  ['PNG with XMP', 'image/png', aPngWith([['iTXt', inPng('exif:GPSLongitude="0,6W"')]])],
  [
    'PNG with packed XMP',
    'image/png',
    aPngWith([['iTXt', packed('XML:com.adobe.xmp', 'exif:GPSLongitude', '\0\x01\0\0\0')]]),
  ],
  ['PNG with packed words', 'image/png', aPngWith([['zTXt', packed('Location', 'Ward 9')]])],
  ['WebP with EXIF', 'image/webp', aWebpWith([['EXIF', PLACED_EXIF]])],
  ['WebP with marked EXIF', 'image/webp', aWebpWith([['EXIF', marked]])],
  [
    'WebP with XMP',
    'image/webp',
    aWebpWith([['XMP ', Buffer.from('<Iptc4xmpExt:LocationShown>')]]),
  ],
];

function withFill(jpeg: Buffer): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from('ffffff', 'hex'), jpeg.subarray(2)]);
}

describe('what a picture tells besides what it shows', () => {
  it.each(PLACED)('is where it was made: %s (seeds row 87)', (_, type, content) => {
    expect(fileNotes(content, type)).toContain('place');
  });

  it.each(PLACED)(
    'is nothing any more in the copy for use: %s (seeds row 87)',
    (_, type, content) => {
      const copy = shownCopy(content, type)!;
      expect(copy).toBeDefined();
      expect(fileNotes(copy, type)).toEqual([]);
    },
  );

  it.each([
    ['image/jpeg', aJpegWith([])],
    ['image/png', aPngWith([])],
    ['image/webp', aWebpWith([])],
    ['text/plain', Buffer.from('GPS 51.5')],
  ] as const)('is nothing in a clean file: %s', (type, content) => {
    expect(fileNotes(content, type)).toEqual([]);
  });

  it('is when and with what it was made, and words of somebody', () => {
    const exif = anExif([
      [0x0110, 0],
      [0x0132, 0],
      [0x9286, 0],
    ]);
    expect(fileNotes(aPngWith([['eXIf', exif]]), 'image/png')).toEqual(['time', 'device', 'words']);
    expect(fileNotes(aPngWith([['tIME', Buffer.alloc(7)]]), 'image/png')).toEqual(['time']);
  });

  it('is no place where the folder of places is empty but for its version', () => {
    const exif = anExif([[0x8825, 128]], [[0, 0x0203]]);
    expect(fileNotes(aPngWith([['eXIf', exif]]), 'image/png')).toEqual([]);
  });
});

describe('a hostile picture', () => {
  it.each<[string, Buffer]>([
    ['no byte order', Buffer.alloc(64)],
    ['cut short', PLACED_EXIF.subarray(0, 12)],
    ['a folder far outside', anExif([[0x8769, 0xffffffff]])],
    [
      'more tags than there is room for',
      Buffer.concat([anExif([]).subarray(0, 8), Buffer.from('ffff', 'hex')]),
    ],
  ])('says that it could not be read: %s (seeds row 87)', (_, block) => {
    expect([...exifNotes(block)]).toContain('unread');
  });

  it('is read to an end where its folders lead in a ring', () => {
    const ring = anExif(
      [
        [0x8769, 128],
        [0x8825, 8],
      ],
      [[0x8769, 8]],
    );
    expect([...exifNotes(ring)].every((note) => note !== 'device')).toBe(true);
  });

  it('unpacks no more than a little of what is packed', () => {
    const bomb = packed('Comment', ' '.repeat(50_000_000));
    const started = performance.now();
    expect(fileNotes(aPngWith([['zTXt', bomb]]), 'image/png')).toEqual(['unread']);
    const many = Array.from({ length: 5000 }, () => ['zTXt', packed('a', 'b')] as const);
    expect(fileNotes(aPngWith(many), 'image/png')).toContain('unread');
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('with a part that reaches out of the file could not be read', () => {
    const jpeg = aJpegWith([[0xe1, marked]]);
    expect(fileNotes(jpeg.subarray(0, 60), 'image/jpeg')).toEqual(['unread']);
    expect(fileNotes(aPngWith([]).subarray(0, 40), 'image/png')).toEqual(['unread']);
    expect(fileNotes(aWebpWith([['EXIF', PLACED_EXIF]]).subarray(0, 60), 'image/webp')).toEqual([
      'unread',
    ]);
  });

  it('never throws, whatever its bytes are', () => {
    const whole = PLACED.map(([, type, content]) => ({ type, content }));
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 12 }),
        fc.nat(500),
        ({ type, content }, changes, length) => {
          const broken = Buffer.from(content);
          for (const [at, value] of changes) broken[at % broken.length] = value;
          fileNotes(broken.subarray(0, Math.max(1, length)), type);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('of a telephone’s own kind is known, and refused with what to do instead (seeds row 87)', () => {
    const heic = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from('ftypheic'),
      Buffer.alloc(99),
    ]);
    expect(() => assertKeepable(heic)).toThrow(/HEIC.*JPEG.*screenshot/);
  });
});

import { aPng } from '../../../test/support/evidence.js';
import { shownCopy } from './shown-copy.js';

const PLACE = 'GPS 51.5, -0.1';

function jpegPart(marker: number, body: string): Buffer {
  const size = Buffer.alloc(2);
  size.writeUInt16BE(body.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), size, Buffer.from(body, 'latin1')]);
}

/** Two scans, with a stuffed and a restart byte in the first. */
function aJpeg(): Buffer {
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    jpegPart(0xe0, 'JFIF\0'),
    jpegPart(0xe1, `Exif\0\0${PLACE}`),
    jpegPart(0xfe, PLACE),
    jpegPart(0xee, 'Adobe'),
    jpegPart(0xda, 'one'),
    Buffer.from('11ff0022ffd333', 'hex'),
    jpegPart(0xc4, 'table'),
    jpegPart(0xda, 'two'),
    Buffer.from('44ffd9', 'hex'),
    Buffer.from('<script>hidden</script>'),
  ]);
}

function webpPart(name: string, body: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from(name), size, body, Buffer.alloc(body.length % 2)]);
}

function aWebp(): Buffer {
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    webpPart('VP8X', Buffer.from([0x1c, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    webpPart('VP8 ', Buffer.from('drawn')),
    webpPart('EXIF', Buffer.from(PLACE)),
    webpPart('XMP ', Buffer.from(PLACE)),
  ]);
  const head = Buffer.from('RIFF0000');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.from('<script>hidden</script>')]);
}

describe('the copy of a picture that pages show', () => {
  it.each([
    ['image/png', Buffer.concat([aPng(PLACE), Buffer.from('<script>hidden</script>')])],
    ['image/jpeg', aJpeg()],
    ['image/webp', aWebp()],
  ] as const)('says neither place nor device, and nothing after its end: %s', (type, original) => {
    const copy = shownCopy(original, type)!;
    expect(original.includes(PLACE)).toBe(true);
    expect(copy.includes(PLACE)).toBe(false);
    expect(copy.includes('hidden')).toBe(false);
    expect(shownCopy(copy, type)).toEqual(copy);
  });

  it('keeps all that the picture is drawn from', () => {
    const png = shownCopy(aPng(PLACE), 'image/png')!;
    for (const part of ['IHDR', 'IDAT', 'IEND']) expect(png.includes(part)).toBe(true);
    const jpeg = shownCopy(aJpeg(), 'image/jpeg')!;
    for (const part of ['JFIF', 'Adobe', 'one', 'table', 'two'])
      expect(jpeg.includes(part)).toBe(true);
    expect(jpeg.includes(Buffer.from('11ff0022ffd333', 'hex'))).toBe(true);
    const webp = shownCopy(aWebp(), 'image/webp')!;
    expect(webp.includes('drawn')).toBe(true);
    expect(webp.readUInt8(20)).toBe(0x10);
    expect(webp.readUInt32LE(4)).toBe(webp.length - 8);
  });

  it.each([
    ['image/png', aPng().subarray(0, -6)],
    ['image/jpeg', aJpeg().subarray(0, 40)],
    ['image/jpeg', Buffer.from('ffd8ffd8', 'hex')],
    ['image/webp', aWebp().subarray(0, 40)],
    ['application/pdf', Buffer.from('%PDF-1.7')],
    ['text/plain', Buffer.from('words')],
  ] as const)('is not made of what is no whole picture: %s', (type, content) => {
    expect(shownCopy(content, type)).toBeUndefined();
  });
});

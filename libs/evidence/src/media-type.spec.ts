import { aPng } from '../../../test/support/evidence.js';
import { mediaTypeOf } from './media-type.js';

describe('the kind of a file', () => {
  it.each([
    ['a picture', aPng(), 'image/png'],
    ['a photograph', Buffer.from('ffd8ffe000104a464946', 'hex'), 'image/jpeg'],
    ['a WebP', Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'), 'image/webp'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
    ['a text', Buffer.from('They said “never again” 😠\r\n\tand left.'), 'text/plain'],
  ])('is read from the bytes of %s', (_, content, expected) => {
    expect(mediaTypeOf(content)).toBe(expected);
  });

  it.each([
    ['a page', Buffer.from(' <!DOCTYPE html><script>alert(1)</script>')],
    ['a drawing with a script', Buffer.from('<svg onload="alert(1)">')],
    ['a drawing behind a declaration', Buffer.from('<?xml version="1.0"?><svg/>')],
    ['a program', Buffer.from('MZ\x90\0\x03', 'latin1')],
    ['an archive', Buffer.from('PK\x03\x04', 'latin1')],
    ['a moving picture', Buffer.from('GIF89a\x01\0\x01\0', 'latin1')],
    ['a recording', Buffer.from('\0\0\0\x18ftypmp42', 'latin1')],
    ['letters of another alphabet of bytes', Buffer.from([0x63, 0x61, 0x66, 0xe9])],
    ['the head of a picture alone', aPng().subarray(0, 8)],
  ])('is none of those that are kept for %s', (_, content) => {
    expect(mediaTypeOf(content)).toBeUndefined();
  });
});

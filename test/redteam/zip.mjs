// A very small ZIP writer and reader, enough to build hostile archives and to read XLSX exports. No dependencies.
import { deflateRawSync, inflateRawSync, createDeflateRaw, constants } from 'node:zlib';
const T = new Uint32Array(256).map((_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});
export const crc32 = (b, c = 0) => {
  c = ~c >>> 0;
  for (let i = 0; i < b.length; i++) c = T[(c ^ b[i]) & 255] ^ (c >>> 8);
  return ~c >>> 0;
};
/** Zeros of the given length, deflated, without holding them in memory. */
export async function deflatedZeros(total) {
  const z = createDeflateRaw({ level: 9, strategy: constants.Z_DEFAULT_STRATEGY });
  const out = [];
  z.on('data', (d) => out.push(d));
  const block = Buffer.alloc(1 << 20);
  let crc = 0;
  for (let left = total; left > 0; left -= block.length) {
    const b = left < block.length ? block.subarray(0, left) : block;
    crc = crc32(b, crc);
    if (!z.write(b)) await new Promise((r) => z.once('drain', r));
  }
  await new Promise((r) => {
    z.end(r);
  });
  await new Promise((r) => (z.readableEnded ? r() : z.once('end', r)));
  return { raw: Buffer.concat(out), crc, size: total };
}
/** entries: {name, data} or {name, raw, crc, size, claim (lie about the size), symlink} */
export function zip(entries) {
  const parts = [],
    dir = [];
  let off = 0;
  for (const e of entries) {
    const name = Buffer.from(e.name),
      raw = e.raw ?? deflateRawSync(e.data),
      crc = e.crc ?? crc32(e.data),
      size = e.claim ?? e.size ?? e.data.length;
    const h = Buffer.alloc(30);
    h.writeUInt32LE(0x04034b50, 0);
    h.writeUInt16LE(20, 4);
    h.writeUInt16LE(0x800, 6);
    h.writeUInt16LE(8, 8);
    h.writeUInt32LE(crc, 14);
    h.writeUInt32LE(raw.length, 18);
    h.writeUInt32LE(size >>> 0, 22);
    h.writeUInt16LE(name.length, 26);
    const c = Buffer.alloc(46);
    c.writeUInt32LE(0x02014b50, 0);
    c.writeUInt16LE(0x314, 4);
    c.writeUInt16LE(20, 6);
    c.writeUInt16LE(0x800, 8);
    c.writeUInt16LE(8, 10);
    c.writeUInt32LE(crc, 16);
    c.writeUInt32LE(raw.length, 20);
    c.writeUInt32LE(size >>> 0, 24);
    c.writeUInt16LE(name.length, 28);
    c.writeUInt32LE(e.symlink ? 0xa1ff0000 : 0x81a40000, 38);
    c.writeUInt32LE(off, 42);
    parts.push(h, name, raw);
    dir.push(c, name);
    off += 30 + name.length + raw.length;
  }
  const d = Buffer.concat(dir),
    end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(d.length, 12);
  end.writeUInt32LE(off, 16);
  return Buffer.concat([...parts, d, end]);
}
export function unzip(buf, max = 64 << 20) {
  let e = buf.length - 22;
  while (e >= 0 && buf.readUInt32LE(e) !== 0x06054b50) e--;
  if (e < 0) throw new Error('not a zip');
  const out = {};
  let p = buf.readUInt32LE(e + 16);
  for (let n = buf.readUInt16LE(e + 10); n > 0; n--) {
    const m = buf.readUInt16LE(p + 10),
      cs = buf.readUInt32LE(p + 20),
      nl = buf.readUInt16LE(p + 28),
      xl = buf.readUInt16LE(p + 30),
      cl = buf.readUInt16LE(p + 32),
      lo = buf.readUInt32LE(p + 42);
    const name = buf.toString('utf8', p + 46, p + 46 + nl),
      s = lo + 30 + buf.readUInt16LE(lo + 26) + buf.readUInt16LE(lo + 28),
      raw = buf.subarray(s, s + cs);
    out[name] = m === 8 ? inflateRawSync(raw, { maxOutputLength: max }) : raw;
    p += 46 + nl + xl + cl;
  }
  return out;
}
export const xlsx = (rows, extra = []) =>
  zip([
    {
      name: '[Content_Types].xml',
      data: Buffer.from(
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
      ),
    },
    {
      name: '_rels/.rels',
      data: Buffer.from(
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      ),
    },
    {
      name: 'xl/workbook.xml',
      data: Buffer.from(
        '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: Buffer.from(
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: Buffer.from(
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' +
          rows
            .map(
              (r, i) =>
                `<row r="${i + 1}">` +
                r
                  .map((c, j) => {
                    const ref = String.fromCharCode(65 + j) + (i + 1);
                    return c?.f
                      ? `<c r="${ref}"><f>${c.f}</f></c>`
                      : `<c r="${ref}" t="inlineStr"><is><t>${String(c).replace(/&/g, '&amp;').replace(/</g, '&lt;')}</t></is></c>`;
                  })
                  .join('') +
                '</row>',
            )
            .join('') +
          '</sheetData></worksheet>',
      ),
    },
    ...extra,
  ]);

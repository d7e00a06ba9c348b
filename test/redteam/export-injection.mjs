// Reads a CSV or XLSX (file path, or url + actor from config) and reports cells a spreadsheet would run.
// usage: node export-injection.mjs config.json   with exports:["/reports/cases.csv", "/tmp/x.xlsx"], mustContain:["'=1+1"]
import { readFileSync, existsSync } from 'node:fs';
import { loadConfig, Actor, Report } from './lib.mjs';
import { unzip } from './zip.mjs';
const cfg = loadConfig();
const rep = new Report('export-injection');
const NUMBER = /^[+-]?(\d{1,3}(,\d{3})*|\d+)([.]\d+)?%?$|^-+$|^[–—-]$/,
  PHONE = /^\+\d[\d ()-]{5,18}$/;
const starts = (v) =>
  /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]/u.test(v) || /^[ \u00a0\u200b\ufeff]+[=+\-@]/u.test(v);
export function parseCsv(s) {
  const rows = [[]];
  let cell = '',
    q = false,
    quoted = false;
  const put = () => {
    rows.at(-1).push({ v: cell, quoted });
    cell = '';
    quoted = false;
  };
  for (let i = 0; i < s.length; i++) {
    const c = s[i];
    if (q) {
      if (c === '"') {
        if (s[i + 1] === '"') {
          cell += '"';
          i++;
        } else q = false;
      } else cell += c;
    } else if (c === '"' && cell === '') {
      q = quoted = true;
    } else if (c === ',') put();
    else if (c === '\n') {
      put();
      rows.push([]);
    } else if (c === '\r' && s[i + 1] === '\n') {
      /* line end */
    } else cell += c;
  }
  put();
  if (rows.at(-1).length === 1 && rows.at(-1)[0].v === '') rows.pop();
  return { rows, open: q };
}
const cellCheck = (v, where) => {
  rep.ran();
  if (starts(v) && !NUMBER.test(v.trim()) && !PHONE.test(v.trim()))
    rep.fail('formula', where, JSON.stringify(v.slice(0, 60)));
  if (/[\u202a-\u202e\u2066-\u2069]/.test(v))
    rep.warn('bidi', where, JSON.stringify(v.slice(0, 60)));
  if (/(?![\t\n\r])\p{Cc}/u.test(v))
    rep.fail('control-char', where, JSON.stringify(v.slice(0, 60)));
};
const unx = (s) =>
  s
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, x, n) => String.fromCodePoint(parseInt(n, x ? 16 : 10)))
    .replace(/_x([0-9A-F]{4})_/g, (_, h) => String.fromCharCode(parseInt(h, 16)))
    .replace(/&amp;/g, '&');
let actor;
for (const e of cfg.exports) {
  let buf,
    name = e;
  if (existsSync(e)) buf = readFileSync(e);
  else {
    actor ??= await Actor.login(cfg, cfg.actor);
    const r = await actor.call({ path: e });
    rep.check(r.status === 200, 'fetch', e, String(r.status));
    rep.check(
      /attachment/.test(r.headers['content-disposition'] ?? ''),
      'disposition',
      e,
      r.headers['content-disposition'] ?? 'none',
    );
    rep.check(/nosniff/.test(r.headers['x-content-type-options'] ?? ''), 'nosniff', e, 'none');
    buf = r.body;
  }
  if (buf.readUInt16LE(0) === 0x4b50) {
    const z = unzip(buf),
      shared =
        (z['xl/sharedStrings.xml']?.toString() ?? '').match(/<si>[\s\S]*?<\/si>/g)?.map(unx) ?? [];
    for (const n of Object.keys(z))
      rep.check(
        !/externalLink|vbaProject|activeX|ddeLink|connections\.xml/i.test(n),
        'active-part',
        `${name}!${n}`,
        'must not be in an export',
      );
    for (const [n, b] of Object.entries(z)) {
      if (n.endsWith('.rels'))
        for (const m of b
          .toString()
          .matchAll(
            /Target="([^"]*)"[^>]*TargetMode="External"|TargetMode="External"[^>]*Target="([^"]*)"/g,
          ))
          rep.fail('external-link', `${name}!${n}`, m[1] ?? m[2]);
      if (!/worksheets\/.*\.xml$/.test(n)) continue;
      for (const m of b.toString().matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
        const at = m[1],
          inner = m[2] ?? '',
          ref = /r="([^"]+)"/.exec(at)?.[1];
        rep.ran();
        if (/<f[\s>]/.test(inner)) {
          const f = unx(/<f[^>]*>([\s\S]*?)<\/f>/.exec(inner)?.[1] ?? '');
          if (!new RegExp(cfg.allowFormula ?? '^(SUM|COUNT|AVERAGE)\\(').test(f))
            rep.fail('formula', `${name}!${n}!${ref}`, f.slice(0, 60));
        }
        const v = /t="s"/.test(at)
          ? shared[+/<v>(\d+)<\/v>/.exec(inner)?.[1]]
          : /t="(inlineStr|str)"/.test(at)
            ? unx(inner)
            : null;
        if (v != null) {
          if (starts(v) && !NUMBER.test(v.trim()) && !PHONE.test(v.trim()))
            rep.warn('formula-if-resaved', `${name}!${n}!${ref}`, JSON.stringify(v.slice(0, 60)));
        }
      }
    }
  } else {
    let s;
    try {
      s = new TextDecoder('utf-8', { fatal: true }).decode(buf);
    } catch {
      rep.fail('utf8', name, 'not valid UTF-8');
      s = buf.toString('latin1');
    }
    const { rows, open } = parseCsv(s.replace(/^\ufeff/, ''));
    rep.check(!open, 'csv-quotes', name, 'a quoted field never ends');
    rep.check(rows.length > 1, 'csv-empty', name, `${rows.length} rows`, 'warn');
    const w = rows[0]?.length;
    rows.forEach((r, i) => {
      if (r.length !== w)
        rep.fail('csv-ragged', `${name}:${i + 1}`, `${r.length} cells, header has ${w}`);
      r.forEach((c, j) => cellCheck(c.v, `${name}:${i + 1}:${j + 1}`));
    });
  }
  for (const m of cfg.mustContain ?? [])
    rep.check(
      buf.includes(m) || e.endsWith('xlsx'),
      'seeded-row',
      name,
      `the planted value ${m} is missing, so the check proves little`,
      'warn',
    );
}
rep.end();

// Hostile input on every operation: naughty strings, unicode, sizes, depth, wrong types, broken JSON, parameter tricks.
// Reports: 5xx, dropped connections, answers slower than limitMs, stack traces or SQL text, raw echo of markup,
// header injection, evaluated templates, polluted prototypes, and a server that is no longer healthy.
// config adds: actor, health:"/healthz", limitMs:2000, objects:{T:{..}} tenant of the actor used for ids, readBack:["/path"...], seed, maxPerOp
import {
  loadConfig,
  Actor,
  loadOpenApi,
  operations,
  sample,
  fillPath,
  Report,
  text,
  json,
  pool,
  LEAK,
  rid,
} from './lib.mjs';

const cfg = loadConfig();
const rep = new Report('inputs');
const LIMIT = cfg.limitMs ?? 2000;
const me = await Actor.login(cfg, cfg.actor);
const doc = await loadOpenApi(cfg, me);
const vals = cfg.objects?.[cfg.actors[cfg.actor].tenant] ?? {};
const mark = 'zq' + rid(4);
export const strings = {
  empty: '',
  spaces: '   ',
  nul: 'a\u0000b',
  ctrl: '\u0001\u0008\u001b[31m\u007f',
  crlf: `x\r\nX-Injected: ${mark}`,
  lf: 'line1\nline2 level=fatal msg="forged"',
  rtl: '\u202Egpj.exe\u202C',
  bidiIso: '\u2066admin\u2069',
  zero: 'ad\u200Bmin\uFEFF',
  confusable: 'а\u0435\u0440',
  combining: 'Z' + '\u0301'.repeat(400),
  emoji: '👩🏽‍⚕️🏴󠁧󠁢󠁳󠁣󠁴󠁿'.repeat(20),
  astral: '𝕬𝖉𝖒𝖎𝖓',
  lone: '\ud800x',
  nfd: 'e\u0301',
  turkish: 'İıſK',
  bom: '\ufeffx',
  ncc: '\uffff\ufffe',
  html: `<b data-${mark}>x</b><img src=x onerror=alert(1)>`,
  attr: `"'><svg onload=alert(1) ${mark}>`,
  js: `javascript:alert(1)//${mark}`,
  hbs: '{{constructor.constructor}}{{#with "s" as |t|}}{{lookup t "constructor"}}{{/with}}',
  hbsPartial: '{{> (lookup . "__proto__")}}',
  hbsRaw: `{{{this}}}{{${mark}}}`,
  nunj: '{{ 7919*7907 }}{{ range.constructor("return 7919*7907")() }}',
  dollar: '${7919*7907}',
  ejs: '<%= 7919*7907 %>',
  pug: '#{7919*7907}',
  sql: "' OR 1=1 --",
  sqlSleep: "x'||(select pg_sleep(4))||'",
  sqlStack: '1; select pg_sleep(4)--',
  sqlComment: "x'/*",
  like: '%_%_%_%_%_%_%_%',
  regex: '(a+)+$'.repeat(3) + 'a'.repeat(40) + '!',
  redos: 'a'.repeat(50000) + '!',
  redosSpace: ' '.repeat(50000) + 'x',
  redosMail: 'a@' + 'a.'.repeat(20000),
  nosql: '{"$gt":""}',
  path: '../../../../etc/passwd',
  pathEnc: '..%2f..%2f..%2fetc%2fpasswd',
  winPath: '..\\..\\windows\\win.ini',
  url169: 'http://169.254.169.254/latest/meta-data/',
  urlFile: 'file:///etc/passwd',
  formula: '=HYPERLINK("http://x","y")',
  formula2: "+cmd|' /C calc'!A0",
  fmt: '%s%n%x%d',
  big: 'A'.repeat(100_000),
  numeric: '1e309',
  nan: 'NaN',
  intMax: '9223372036854775808',
  neg: '-1',
  date: '2026-02-30',
  year: '99999-01-01',
  proto: '__proto__',
  ctor: 'constructor',
  tostr: 'toString',
};
const types = [
  null,
  true,
  [],
  {},
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  [[[]]],
  { toString: 'x' },
  { $gt: '' },
  ['a', 'b'],
  { length: 1e9 },
];
const deep = (n, o = '{"a":', c = '}') => o.repeat(n) + '1' + c.repeat(n);
const rawBodies = {
  none: ['', 'application/json'],
  brokenJson: ['{"a":', 'application/json'],
  junk: ['\x00\xff\xfe{', 'application/json'],
  deep: [deep(20_000), 'application/json'],
  deepArr: [deep(50_000, '[', ']'), 'application/json'],
  scalar: ['42', 'application/json'],
  nullBody: ['null', 'application/json'],
  arr: ['[{}]', 'application/json'],
  bigArr: ['[' + '1,'.repeat(200_000) + '1]', 'application/json'],
  manyKeys: [
    '{' + Array.from({ length: 50_000 }, (_, i) => `"k${i}":1`).join(',') + '}',
    'application/json',
  ],
  large: ['{"x":"' + 'y'.repeat(5 << 20) + '"}', 'application/json'],
  hugeNumber: ['{"x":' + '9'.repeat(100_000) + '}', 'application/json'],
  dupKeys: ['{"title":"a","title":"b"}', 'application/json'],
  wrongType: ['a=1', 'text/plain'],
  xml: [
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>',
    'application/xml',
  ],
  charset: ['{}', 'application/json; charset=utf-7'],
  badMultipart: ['--x\r\n', 'multipart/form-data; boundary=x'],
  form: ['a[b][c][d][e][f]=1&a[__proto__][polluted]=1', 'application/x-www-form-urlencoded'],
};
const pollute = [
  '{"__proto__":{"polluted":"' + mark + '"}}',
  '{"constructor":{"prototype":{"polluted":"' + mark + '"}}}',
];

const judge = (r, where, payload) => {
  rep.ran();
  if (r.clientSide) return; // our own client refused to send it
  if (r.error === 'timeout') return rep.fail('hang', where, `no answer in ${Math.round(r.ms)} ms`);
  if (!r.status) return rep.fail('dropped', where, r.error);
  if (r.status >= 500) rep.fail('5xx', where, `${r.status} ${text(r).slice(0, 120)}`);
  if (r.ms > LIMIT) rep.fail('slow', where, `${Math.round(r.ms)} ms`);
  const t = text(r);
  const leak = t.match(LEAK);
  if (leak) rep.fail('stack-or-sql', where, leak[0].slice(0, 140));
  if (Object.keys(r.headers).includes('x-injected'))
    rep.fail('header-injection', where, 'X-Injected came back as a header');
  if (
    /html/.test(r.headers['content-type'] ?? '') &&
    (t.includes(`<b data-${mark}>`) || t.includes(`<svg onload=alert(1) ${mark}>`))
  )
    rep.fail('raw-echo', where, 'markup came back unescaped in HTML');
  if (
    /62615533|\[Function|function \w*\(\) \{ \[native/.test(t) &&
    !String(payload).includes('62615533')
  )
    rep.fail(
      'template-evaluated',
      where,
      t.match(/.{0,40}(62615533|\[Function|\[native).{0,20}/)?.[0],
    );
};
const health = async (where) => {
  const r = await me.call({ path: cfg.health ?? '/', timeout: 5000 });
  rep.check(r.status > 0 && r.status < 500, 'unhealthy', where, r.error ?? String(r.status));
};

for (const op of operations(doc, cfg)) {
  const base = op.schema ? sample(doc, op.schema, cfg) : null;
  const call = (o) => me.call({ method: op.method, timeout: Math.max(10_000, LIMIT * 4), ...o });
  // A refusal may close the connection while a large body is still on its way; whether its answer is then read is a
  // race in this client. A server that drops connections drops the next ones too.
  const cutShort = ({ error }, { body }) =>
    /EPIPE|ECONNRESET/.test(error) && body?.length > 1 << 20;
  const settled = async (o) => {
    let answer = await call(o);
    for (let again = 0; again < 2 && cutShort(answer, o); again++) answer = await call(o);
    return answer;
  };
  const go = (label, o, payload) => async () =>
    judge(await settled(o), `${op.id} ${label}`, payload);
  const jobs = [];
  const path = fillPath(op, vals, cfg, doc);
  for (const p of op.params)
    for (const [n, s] of Object.entries(strings)) {
      if (p.in === 'path' && s !== '' && s.length < 8000)
        jobs.push(
          go(
            `path ${p.name}=${n}`,
            { path: fillPath(op, { ...vals, [p.name]: safe(s) }, cfg, doc), ...withBody(op, base) },
            s,
          ),
        );
      if (p.in === 'query' && s.length < 8000)
        jobs.push(
          go(
            `query ${p.name}=${n}`,
            { path: fillPath(op, { ...vals, [p.name]: safe(s) }, cfg, doc), ...withBody(op, base) },
            s,
          ),
        );
    }
  for (const p of op.params.filter((x) => x.in === 'query'))
    for (const q of [
      `${p.name}[]=a&${p.name}[]=b`,
      `${p.name}=a&${p.name}=b`,
      `${p.name}[a][b]=c`,
      `${p.name}[__proto__][polluted]=${mark}`,
      `${p.name}=%`,
      `${p.name}=%ff%fe`,
      `${p.name}=`,
    ])
      jobs.push(
        go(`query ${q.slice(0, 30)}`, {
          path: path.split('?')[0] + '?' + q,
          ...withBody(op, base),
        }),
      );
  if (op.schema) {
    for (const [label, mk] of leaves(base)) {
      for (const [n, s] of Object.entries(strings))
        jobs.push(go(`body ${label}=${n}`, { path, ...withBody(op, mk(s)) }, s));
      for (const t of types)
        jobs.push(
          go(`body ${label}=${JSON.stringify(t).slice(0, 20)}`, { path, ...withBody(op, mk(t)) }),
        );
    }
    for (const [n, [b, ct]] of Object.entries(rawBodies))
      jobs.push(go(`raw ${n}`, { path, body: b, headers: { 'content-type': ct } }));
    for (const b of pollute)
      jobs.push(
        go('pollution', {
          path,
          body: b.slice(0, -1) + ',' + JSON.stringify(base ?? {}).slice(1),
          headers: { 'content-type': 'application/json' },
        }),
      );
    const extra = {
      ...base,
      id: rid(),
      tenantId: 'other',
      role: 'admin',
      isAdmin: true,
      createdAt: '1999-01-01T00:00:00Z',
      approvedBy: 'me',
      ['x' + mark]: mark,
    };
    jobs.push(async () => {
      const r = await me.call({ method: op.method, path, ...withBody(op, extra) });
      judge(r, `${op.id} mass-assignment`);
      const o = json(r);
      if (
        o &&
        (o.isAdmin === true ||
          o.role === 'admin' ||
          o.tenantId === 'other' ||
          o.createdAt?.startsWith?.('1999') ||
          o['x' + mark])
      )
        rep.fail('mass-assignment', op.id, JSON.stringify(o).slice(0, 160));
    });
  }
  jobs.push(
    go('huge header', {
      path,
      headers: { 'x-huge': 'h'.repeat(12_000) },
      ...(op.schema ? {} : {}),
    }),
    go('many query', {
      path:
        path +
        (path.includes('?') ? '&' : '?') +
        Array.from({ length: 1500 }, (_, i) => 'q' + i + '=1').join('&'),
    }),
  );
  await pool(cfg.maxPerOp ? jobs.slice(0, cfg.maxPerOp) : jobs, cfg.concurrency ?? 4);
  await health(`after ${op.id}`);
}
for (const p of cfg.readBack ?? []) {
  const r = await me.call({ path: p });
  judge(r, `read back ${p}`);
  if (/"polluted"\s*:\s*"/.test(text(r)) || json(r)?.polluted)
    rep.fail('prototype-pollution', p, 'a property planted through __proto__ shows up elsewhere');
}
rep.end();

function safe(s) {
  try {
    encodeURIComponent(s);
    return s;
  } catch {
    return s.replace(/[\ud800-\udfff]/g, '\ufffd');
  }
}
function withBody(op, b) {
  return op.schema
    ? {
        body: typeof b === 'string' ? b : JSON.stringify(b),
        headers: { 'content-type': op.type ?? 'application/json' },
      }
    : {};
}
function* leaves(o, path = []) {
  if (o === null || typeof o !== 'object') {
    yield [path.join('.') || '(root)', (v) => v];
    return;
  }
  for (const k of Object.keys(o)) {
    const kids =
      o[k] !== null && typeof o[k] === 'object'
        ? [...leaves(o[k], [...path, k])]
        : [[[...path, k].join('.'), (v) => v]];
    for (const [l, mk] of kids)
      yield [
        l,
        (v) => {
          const c = Array.isArray(o) ? [...o] : { ...o };
          c[k] = mk(v);
          return c;
        },
      ];
  }
}

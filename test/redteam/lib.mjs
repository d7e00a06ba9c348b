// Shared helpers for the black-box checks. Plain Node >= 20, no dependencies.
// Raw node:http is used (not fetch) so that paths, methods and headers reach the server exactly as written.
import http from 'node:http';
import https from 'node:https';
import { readFileSync, existsSync } from 'node:fs';
import { randomBytes } from 'node:crypto';

export const sleep = (ms) => new Promise((r) => setTimeout(r, ms));

export function loadConfig(argv = process.argv) {
  const file = argv[2];
  if (!file) {
    console.error('usage: node <check>.mjs config.json');
    process.exit(64);
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** One request. Never follows redirects, never throws: failures come back as {error}. */
export function send(
  base,
  { method = 'GET', path = '/', headers = {}, body, timeout = 20000, maxBody = 8 << 20 },
) {
  const u = new URL(base);
  const mod = u.protocol === 'https:' ? https : http;
  const t0 = process.hrtime.bigint();
  const ms = () => Number(process.hrtime.bigint() - t0) / 1e6;
  return new Promise((resolve) => {
    let req;
    const done = (r) => {
      resolve({ status: 0, headers: {}, body: Buffer.alloc(0), ms: ms(), ...r });
    };
    try {
      req = mod.request(
        {
          host: u.hostname,
          port: u.port,
          method,
          path: encodeNonAscii(path),
          rejectUnauthorized: false,
          agent: false,
          headers: {
            host: u.host,
            ...(body != null && !headers['transfer-encoding']
              ? { 'content-length': Buffer.byteLength(body) }
              : {}),
            ...headers,
          },
        },
        (res) => {
          const chunks = [];
          let n = 0;
          res.on('data', (c) => {
            if ((n += c.length) <= maxBody) chunks.push(c);
          });
          res.on('end', () => {
            clearTimeout(t);
            done({
              status: res.statusCode,
              headers: res.headers,
              raw: res.rawHeaders,
              body: Buffer.concat(chunks),
            });
          });
          res.on('error', (e) => {
            clearTimeout(t);
            done({ status: res.statusCode, headers: res.headers, error: e.code || e.message });
          });
        },
      );
    } catch (e) {
      return done({ error: 'client:' + e.code, clientSide: true });
    }
    const t = setTimeout(() => {
      req.destroy(new Error('timeout'));
    }, timeout);
    req.on('error', (e) => {
      clearTimeout(t);
      done({ error: e.message === 'timeout' ? 'timeout' : e.code || e.message });
    });
    if (body != null) req.write(body);
    req.end();
  });
}
const encodeNonAscii = (p) =>
  p.replace(/[^\x21-\x7e]/g, (c) => {
    try {
      return encodeURIComponent(c);
    } catch {
      return '%EF%BF%BD';
    }
  });
export const text = (r) => r.body.toString('utf8');
export const json = (r) => {
  try {
    return JSON.parse(text(r));
  } catch {
    return undefined;
  }
};

export class Jar {
  constructor() {
    this.c = new Map();
  }
  take(res) {
    for (const s of res.headers['set-cookie'] ?? []) {
      const [kv] = s.split(';');
      const i = kv.indexOf('=');
      this.c.set(kv.slice(0, i).trim(), kv.slice(i + 1));
    }
    return res;
  }
  header() {
    return [...this.c].map(([k, v]) => `${k}=${v}`).join('; ');
  }
}

/** An actor that can make calls: cookies, static headers or a bearer token; CSRF token fetched on demand. */
export class Actor {
  constructor(cfg, name) {
    this.cfg = cfg;
    this.name = name;
    this.def = cfg.actors?.[name] ?? {};
    this.jar = new Jar();
    this.h = { ...this.def.headers };
  }
  static async login(cfg, name) {
    const a = new Actor(cfg, name);
    await a.login();
    return a;
  }
  async login() {
    const L = this.cfg.login;
    if (!L || this.def.anonymous || this.def.headers) return this;
    const fill = (o) =>
      Object.fromEntries(
        Object.entries(o).map(([k, v]) => [
          k,
          String(v).replace(/\{(\w+)\}/g, (_, x) => this.def[x] ?? ''),
        ]),
      );
    for (const step of L.steps ?? [L]) {
      let csrf = '';
      if (step.page) {
        const r = this.jar.take(
          await send(this.cfg.base, { path: step.page, headers: this.headers() }),
        );
        csrf = this.findCsrf(r);
      }
      const data = fill(step.fields ?? {});
      if (step.csrfField && csrf) data[step.csrfField] = csrf;
      const body = step.json ? JSON.stringify(data) : new URLSearchParams(data).toString();
      const r = this.jar.take(
        await send(this.cfg.base, {
          method: 'POST',
          path: step.post,
          body,
          headers: {
            ...this.headers(),
            origin: new URL(this.cfg.base).origin,
            'content-type': step.json ? 'application/json' : 'application/x-www-form-urlencoded',
          },
        }),
      );
      if (!(step.ok ?? [200, 201, 204, 302, 303]).includes(r.status))
        throw new Error(`login of ${this.name} failed: ${r.status} ${text(r).slice(0, 200)}`);
      if (step.token)
        this.h.authorization = 'Bearer ' + step.token.split('.').reduce((o, k) => o?.[k], json(r));
    }
    return this;
  }
  findCsrf(r) {
    const m = text(r).match(
      new RegExp(this.cfg.csrf?.pattern ?? 'name="_csrf"[^>]*value="([^"]+)"'),
    );
    return m ? m[1] : '';
  }
  headers() {
    const c = this.jar.header();
    return { ...this.h, ...(c ? { cookie: c } : {}) };
  }
  async csrfHeader() {
    const C = this.cfg.csrf;
    if (!C?.header || this.h.authorization || this.def.anonymous) return {};
    if (!this.csrf)
      this.csrf = this.findCsrf(
        this.jar.take(await send(this.cfg.base, { path: C.page, headers: this.headers() })),
      );
    return this.csrf ? { [C.header]: this.csrf } : {};
  }
  async call(o) {
    const unsafe = !/^(GET|HEAD|OPTIONS|TRACE)$/.test(o.method ?? 'GET');
    const extra =
      unsafe && !o.noCsrf
        ? { origin: new URL(this.cfg.base).origin, ...(await this.csrfHeader()) }
        : {};
    return send(this.cfg.base, {
      ...o,
      headers: { ...this.headers(), ...extra, ...o.headers },
    });
  }
}

// ---------- OpenAPI ----------
export async function loadOpenApi(cfg, actor) {
  if (existsSync(cfg.openapi)) return JSON.parse(readFileSync(cfg.openapi, 'utf8'));
  const r = await (actor
    ? actor.call({ path: cfg.openapi })
    : send(cfg.base, { path: cfg.openapi }));
  const d = json(r);
  if (!d?.paths) throw new Error(`no OpenAPI document at ${cfg.openapi}: ${r.status}`);
  return d;
}
export function deref(doc, s, seen = 0) {
  while (s?.$ref && seen++ < 20)
    s = s.$ref
      .slice(2)
      .split('/')
      .reduce((o, k) => o?.[k.replace(/~1/g, '/').replace(/~0/g, '~')], doc);
  return s ?? {};
}
export function operations(doc, cfg = {}) {
  const out = [];
  for (const [path, item] of Object.entries(doc.paths))
    for (const m of ['get', 'post', 'put', 'patch', 'delete']) {
      const op = item[m];
      if (!op) continue;
      const id = op.operationId ?? `${m} ${path}`;
      if ((cfg.skip ?? []).includes(id)) continue;
      const params = [...(item.parameters ?? []), ...(op.parameters ?? [])].map((p) =>
        deref(doc, p),
      );
      const content = deref(doc, op.requestBody)?.content ?? {};
      const type = Object.keys(content).find((t) => /json/.test(t)) ?? Object.keys(content)[0];
      out.push({
        id,
        method: m.toUpperCase(),
        path,
        params,
        type,
        schema: type ? deref(doc, content[type].schema) : null,
        prefix: cfg.apiPrefix ?? '',
      });
    }
  return out;
}
/** A value that should satisfy the schema; cfg.samples[name] wins. */
export function sample(doc, schema, cfg, name = '', depth = 0) {
  const s = deref(doc, schema);
  if (cfg.samples && name in cfg.samples) return cfg.samples[name];
  if (s.example !== undefined) return s.example;
  if (s.examples?.length) return s.examples[0];
  if (s.default !== undefined) return s.default;
  if (s.enum) return s.enum[0];
  if (s.const !== undefined) return s.const;
  if (s.allOf)
    return Object.assign({}, ...s.allOf.map((x) => sample(doc, x, cfg, name, depth + 1)));
  if (s.oneOf || s.anyOf) return sample(doc, (s.oneOf ?? s.anyOf)[0], cfg, name, depth + 1);
  const t = Array.isArray(s.type)
    ? s.type.find((x) => x !== 'null')
    : (s.type ?? (s.properties ? 'object' : 'string'));
  if (depth > 6) return null;
  if (t === 'object')
    return Object.fromEntries(
      Object.entries(s.properties ?? {})
        .filter(([k]) => depth < 3 || (s.required ?? []).includes(k))
        .map(([k, v]) => [k, sample(doc, v, cfg, k, depth + 1)]),
    );
  if (t === 'array')
    return Array.from({ length: Math.max(1, s.minItems ?? 1) }, () =>
      sample(doc, s.items ?? {}, cfg, name, depth + 1),
    );
  if (t === 'integer' || t === 'number') return Math.max(s.minimum ?? 1, 1);
  if (t === 'boolean') return true;
  const f = {
    uuid: '00000000-0000-4000-8000-000000000000',
    date: '2026-01-15',
    'date-time': '2026-01-15T10:00:00Z',
    email: 'sample@example.org',
    uri: 'https://example.org/post/1',
  }[s.format];
  return f ?? 'sample text'.padEnd(s.minLength ?? 0, 'x').slice(0, s.maxLength ?? 200);
}
export function fillPath(op, values, cfg, doc) {
  const p =
    op.prefix +
    op.path.replace(/\{(\w+)\}/g, (_, k) =>
      encodeURIComponent(
        values[k] ??
          values[`${op.path}#${k}`] ??
          sample(doc, op.params.find((x) => x.name === k)?.schema ?? {}, cfg, k),
      ),
    );
  const q = op.params
    .filter((x) => x.in === 'query' && (x.required || x.name in values))
    .map(
      (x) =>
        `${encodeURIComponent(x.name)}=${encodeURIComponent(values[x.name] ?? sample(doc, x.schema ?? {}, cfg, x.name))}`,
    );
  return p + (q.length ? '?' + q.join('&') : '');
}

// ---------- reporting ----------
export const LEAK =
  /(\bat (?:async )?[\w.<>]+ \(?(?:file:|\/|node:)[^\n]{0,200}:\d+:\d+|node_modules\/|QueryFailedError|SequelizeDatabaseError|syntax error at or near|invalid input syntax for type|ERR_[A-Z_]{6,}|Traceback \(most recent|relation "\w+" does not exist|violates (?:unique|foreign|check|not-null))/;
export class Report {
  constructor(name) {
    this.name = name;
    this.f = [];
    this.n = 0;
    this.t0 = Date.now();
  }
  ran(k = 1) {
    this.n += k;
  }
  fail(rule, where, detail) {
    this.f.push({ level: 'fail', rule, where, detail });
  }
  warn(rule, where, detail) {
    this.f.push({ level: 'warn', rule, where, detail });
  }
  check(ok, rule, where, detail, level = 'fail') {
    this.n++;
    if (!ok) this.f.push({ level, rule, where, detail });
    return ok;
  }
  end() {
    const fails = this.f.filter((x) => x.level === 'fail').length;
    const by = {};
    for (const x of this.f) by[`${x.level}:${x.rule}`] = (by[`${x.level}:${x.rule}`] ?? 0) + 1;
    const out = {
      check: this.name,
      probes: this.n,
      fails,
      warns: this.f.length - fails,
      seconds: +((Date.now() - this.t0) / 1000).toFixed(1),
      by,
      findings: this.f.slice(0, +(process.env.MAX_FINDINGS ?? 60)),
    };
    if (this.n === 0) {
      out.fails = 1;
      out.by['fail:vacuous'] = 1;
    } // a check that ran nothing is not a pass
    console.log(JSON.stringify(out, null, process.env.COMPACT ? 0 : 1));
    process.exitCode = out.fails ? 1 : 0;
    return out;
  }
}
export const rid = (n = 6) => randomBytes(n).toString('hex');
/** Run jobs with limited concurrency. */
export async function pool(jobs, k = 4) {
  const it = jobs[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: k }, async () => {
      for (let x = it.next(); !x.done; x = it.next()) await x.value();
    }),
  );
}

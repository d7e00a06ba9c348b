// Headers, cookies, sessions, CSRF, redirects, login behaviour.
// config: pages:{public:[..],private:[..]}, actor, logoutPath, csrfProbe:{method,path,body,type,read}, loginNext:"/login?next={x}",
//   https:false, lockout:{known,unknown,attempts:20,wrong:"x"}, sessionCookie:"sid"
import { loadConfig, Actor, Report, send, text, Jar, rid, LEAK } from './lib.mjs';
const cfg = loadConfig();
const rep = new Report('headers');
const me = await Actor.login(cfg, cfg.actor);
const secure = cfg.https ?? cfg.base.startsWith('https');
const csp = (h) =>
  Object.fromEntries(
    (h['content-security-policy'] ?? '')
      .split(';')
      .map((d) => d.trim().split(/\s+/))
      .filter((d) => d[0])
      .map(([k, ...v]) => [k, v]),
  );

for (const [kind, list] of Object.entries(cfg.pages))
  for (const p of list) {
    const r = await (kind === 'private' ? me.call({ path: p }) : send(cfg.base, { path: p }));
    const h = r.headers,
      w = `${kind} ${p}`;
    const c = csp(h),
      script = c['script-src'] ?? c['default-src'] ?? ['*'];
    rep.check(r.status === 200, 'page', w, String(r.status));
    rep.check('content-security-policy' in h, 'csp', w, 'none');
    rep.check(
      !script.some((x) => /unsafe-inline|unsafe-eval|^\*$|^https?:$|^data:$/.test(x)),
      'csp-script',
      w,
      script.join(' '),
    );
    rep.check(
      (c['object-src'] ?? c['default-src'] ?? []).includes("'none'"),
      'csp-object',
      w,
      'object-src is not none',
    );
    for (const d of ['base-uri', 'frame-ancestors', 'form-action'])
      rep.check(d in c, `csp-${d}`, w, 'missing');
    rep.check(
      h['x-content-type-options'] === 'nosniff',
      'nosniff',
      w,
      h['x-content-type-options'] ?? 'none',
    );
    rep.check(
      /no-referrer|same-origin|strict-origin/.test(h['referrer-policy'] ?? ''),
      'referrer',
      w,
      h['referrer-policy'] ?? 'none',
    );
    rep.check(
      /same-origin/.test(h['cross-origin-opener-policy'] ?? ''),
      'coop',
      w,
      h['cross-origin-opener-policy'] ?? 'none',
      'warn',
    );
    rep.check('permissions-policy' in h, 'permissions', w, 'none', 'warn');
    rep.check(
      !h['x-powered-by'] && !/\d/.test(h.server ?? ''),
      'version-banner',
      w,
      h['x-powered-by'] ?? h.server,
    );
    rep.check(
      /charset=utf-8/i.test(h['content-type'] ?? ''),
      'charset',
      w,
      h['content-type'] ?? 'none',
    );
    if (secure)
      rep.check(
        +(/max-age=(\d+)/.exec(h['strict-transport-security'] ?? '')?.[1] ?? 0) >= 31536000,
        'hsts',
        w,
        h['strict-transport-security'] ?? 'none',
      );
    if (kind === 'private') {
      rep.check(
        /no-store/.test(h['cache-control'] ?? ''),
        'cache-private',
        w,
        h['cache-control'] ?? 'none',
      );
      const a = await send(cfg.base, { path: p });
      rep.check(
        [401, 403].includes(a.status) || /log|sign/.test(a.headers.location ?? ''),
        'anonymous',
        w,
        String(a.status),
      );
    }
    const evil = await send(cfg.base, {
      path: p,
      headers: {
        ...me.headers(),
        origin: 'https://evil.example',
        'x-forwarded-host': 'evil.example',
      },
    });
    rep.check(
      !/evil\.example|^\*$/.test(evil.headers['access-control-allow-origin'] ?? ''),
      'cors',
      w,
      evil.headers['access-control-allow-origin'],
    );
    rep.check(
      !text(evil).includes('evil.example') &&
        !(evil.headers.location ?? '').includes('evil.example'),
      'host-injection',
      w,
      'X-Forwarded-Host shows up in the answer',
    );
    for (const m of ['TRACE', 'TRACK', 'DEBUG', 'PROPFIND']) {
      const x = await send(cfg.base, { method: m, path: p, headers: me.headers(), timeout: 5000 });
      rep.check(
        x.status === 0 || (x.status >= 400 && x.status < 500) || x.status === 501,
        'method',
        `${m} ${p}`,
        String(x.status),
      );
    }
    const ov = await send(cfg.base, {
      method: 'POST',
      path: p,
      headers: { ...me.headers(), 'x-http-method-override': 'DELETE' },
    });
    rep.check(ov.status >= 400 && ov.status < 500, 'method-override', p, String(ov.status), 'warn');
  }
const nf = await send(cfg.base, { path: '/' + rid() + '/%2e%2e/%00' });
rep.check(
  nf.status >= 400 && nf.status < 500 && !LEAK.test(text(nf)),
  'not-found',
  'unknown path',
  String(nf.status),
);
for (const p of [
  '/.git/config',
  '/.env',
  '/package.json',
  '/node_modules/',
  '/metrics',
  '/..%2f..%2fetc/passwd',
  '/static/..%2f..%2fpackage.json',
]) {
  const r = await send(cfg.base, { path: p });
  rep.check(r.status !== 200, 'exposed', p, '200');
}

// cookies and session life
const L = cfg.login.steps?.[0] ?? cfg.login;
const jar = new Jar();
jar.take(await send(cfg.base, { path: L.page ?? L.post }));
const planted = cfg.sessionCookie ? `${cfg.sessionCookie}=attacker${rid()}` : '';
const fixed = new Actor(cfg, cfg.actor);
if (planted) {
  const [k, v] = planted.split('=');
  fixed.jar.c.set(k, v);
}
await fixed.login();
if (planted)
  rep.check(
    !fixed.jar.header().includes(planted),
    'session-fixation',
    cfg.sessionCookie,
    'the planted id survived sign-in',
  );
const before = jar.c.get(cfg.sessionCookie),
  probe = new Actor(cfg, cfg.actor);
probe.jar = jar;
await probe.login();
if (before)
  rep.check(
    probe.jar.c.get(cfg.sessionCookie) !== before,
    'session-rotation',
    cfg.sessionCookie,
    'id did not change at sign-in',
  );
const setc = [];
{
  const a = new Actor(cfg, cfg.actor);
  const orig = a.jar.take.bind(a.jar);
  a.jar.take = (r) => {
    setc.push(...(r.headers['set-cookie'] ?? []));
    return orig(r);
  };
  await a.login();
}
rep.check(
  setc.length > 0 || cfg.actors[cfg.actor].headers,
  'cookie',
  'sign-in',
  'no cookie was set',
);
for (const s of setc) {
  const n = s.split('=')[0];
  rep.check(/;\s*httponly/i.test(s), 'cookie-httponly', n, s.replace(/=[^;]+/, '=…'));
  rep.check(/;\s*samesite=(lax|strict)/i.test(s), 'cookie-samesite', n, s.replace(/=[^;]+/, '=…'));
  rep.check(!/;\s*domain=/i.test(s), 'cookie-domain', n, 'has a domain');
  if (secure) {
    rep.check(/;\s*secure/i.test(s), 'cookie-secure', n, 'not secure');
    rep.check(/^__(Host|Secure)-/.test(n), 'cookie-prefix', n, 'no __Host- prefix', 'warn');
  }
}
if (cfg.logoutPath) {
  const a = await Actor.login(cfg, cfg.actor),
    old = a.headers();
  const out = await a.call({ method: cfg.logoutMethod ?? 'POST', path: cfg.logoutPath });
  rep.check(out.status < 400, 'logout', cfg.logoutPath, String(out.status));
  const again = await send(cfg.base, { path: cfg.pages.private[0], headers: old });
  rep.check(
    again.status !== 200,
    'logout-keeps-session',
    cfg.pages.private[0],
    'the old cookie still works',
  );
}
if (cfg.csrfProbe) {
  const P = cfg.csrfProbe,
    b = { method: P.method ?? 'POST', path: P.path, body: P.body, noCsrf: true };
  const no = await me.call({ ...b, headers: { 'content-type': P.type } });
  rep.check([401, 403, 419].includes(no.status), 'csrf-no-token', P.path, String(no.status));
  const ev = await me.call({
    ...b,
    noCsrf: true,
    headers: {
      'content-type': P.type,
      origin: 'https://evil.example',
      'sec-fetch-site': 'cross-site',
      ...(await me.csrfHeader()),
    },
  });
  rep.check([401, 403, 419].includes(ev.status), 'csrf-foreign-origin', P.path, String(ev.status));
  const ct = await me.call({ ...b, noCsrf: true, headers: { 'content-type': 'text/plain' } });
  rep.check(ct.status >= 400 && ct.status < 500, 'csrf-text-plain', P.path, String(ct.status));
}
for (const x of cfg.loginNext
  ? [
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example/',
      '\\\\evil.example',
      '/%09/evil.example',
      'https:evil.example',
      'javascript:alert(1)',
      '/ok\r\nX-Injected: 1',
      '@evil.example',
    ]
  : []) {
  const a = new Actor(
    { ...cfg, login: { ...L, post: cfg.loginNext.replace('{x}', encodeURIComponent(x)) } },
    cfg.actor,
  );
  let loc = '';
  const orig = a.jar.take.bind(a.jar);
  a.jar.take = (r) => {
    loc = r.headers.location ?? loc;
    rep.check(!('x-injected' in r.headers), 'header-injection', 'login next', x);
    return orig(r);
  };
  await a.login().catch(() => {});
  let host = 'ok';
  try {
    const u = new URL(loc.replace(/[\t\r\n]/g, ''), cfg.base);
    host = u.protocol.startsWith('http') ? u.host : 'scheme';
  } catch {
    host = 'ok';
  }
  rep.check(
    host === 'ok' || host === new URL(cfg.base).host,
    'open-redirect',
    JSON.stringify(x),
    loc,
  );
}
if (cfg.lockout) {
  const K = cfg.lockout,
    L2 = cfg.login.steps?.[0] ?? cfg.login;
  const attempt = async (who, pw) => {
    const j = new Jar();
    let tok = '';
    if (L2.page) {
      const r = j.take(await send(cfg.base, { path: L2.page }));
      tok = me.findCsrf(r);
    }
    const d = Object.fromEntries(
      Object.entries(L2.fields).map(([k, v]) => [
        k,
        v.includes('password') ? pw : v.includes('{') ? who : v,
      ]),
    );
    if (L2.csrfField && tok) d[L2.csrfField] = tok;
    return send(cfg.base, {
      method: 'POST',
      path: L2.post,
      body: L2.json ? JSON.stringify(d) : new URLSearchParams(d).toString(),
      headers: {
        cookie: j.header(),
        origin: new URL(cfg.base).origin,
        'content-type': L2.json ? 'application/json' : 'application/x-www-form-urlencoded',
      },
    });
  };
  const t = { known: [], unknown: [] };
  let sk, su;
  const norm = (r) =>
    text(r)
      .replace(new RegExp(`${K.known}|${K.unknown}`, 'g'), '')
      .replace(/value="[^"]*"/g, '')
      .replace(/[0-9a-f]{16,}/g, '');
  for (let i = 0; i < 3; i++) {
    sk = await attempt(K.known, 'wrong' + i);
    su = await attempt(K.unknown, 'wrong' + i);
    t.known.push(sk.ms);
    t.unknown.push(su.ms);
  }
  const med = (a) => a.sort((x, y) => x - y)[a.length >> 1];
  const a = med(t.known),
    b = med(t.unknown);
  rep.check(
    Math.abs(a - b) < Math.max(15, 0.35 * Math.max(a, b)),
    'login-timing',
    'known v unknown account',
    `${a.toFixed(1)} ms v ${b.toFixed(1)} ms`,
  );
  rep.check(
    sk.status === su.status && norm(sk) === norm(su),
    'login-message',
    'known v unknown account',
    `${sk.status}/${su.status}`,
  );
  let stopped = 0;
  for (let i = 0; i < (K.attempts ?? 20) && !stopped; i++)
    if ((await attempt(K.known, 'wrong')).status === 429) stopped = i + 4;
  rep.check(
    stopped,
    'brute-force',
    K.known,
    `${K.attempts ?? 20} wrong passwords were answered without a limit`,
  );
  if (stopped && K.sprayUsers) {
    let sp = 0;
    for (const u of K.sprayUsers) if ((await attempt(u, 'Winter2026!')).status === 429) sp++;
    rep.check(
      sp > 0,
      'spray',
      `${K.sprayUsers.length} accounts`,
      'one password over many accounts was never limited',
      'warn',
    );
  }
}
rep.end();

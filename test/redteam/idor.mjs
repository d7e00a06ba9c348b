// IDOR / tenant isolation / role matrix. Every operation is called by actors who must not reach the object.
// A control call by the owner proves that the id and path are real, so a 404 for the attacker means something.
// config: { base, openapi, apiPrefix, login, csrf, actors:{name:{tenant,role,...}}, owners:{A:"adviserA",B:"adviserB"},
//   objects:{A:{id..},B:{..}}            values for path/query/body parameters by name (or "/path#param")
//   canaries:{A:["text only tenant A may see"],B:[..]}, attacks:[{attacker:"adviserB",victim:"A"},...],
//   ghosts:{id..}                       well-formed values that nobody has, where a changed character would show
//   roleForbidden:{doctorA:["operationId",...]}, public:["operationId"], allow:[401,403,404], samples:{}, skip:[] }
import {
  loadConfig,
  Actor,
  loadOpenApi,
  operations,
  sample,
  fillPath,
  Report,
  text,
  rid,
} from './lib.mjs';
import { createHash } from 'node:crypto';

const cfg = loadConfig();
const rep = new Report('idor');
const DENY = cfg.allow ?? [401, 403, 404];
const actors = {};
for (const n of Object.keys(cfg.actors)) actors[n] = await Actor.login(cfg, n);
const anon = new Actor({ ...cfg, actors: { anon: { anonymous: true } } }, 'anon');
const doc = await loadOpenApi(cfg, Object.values(actors)[0]);
const ops = operations(doc, cfg);
const idNames = new Set(
  Object.values(cfg.objects).flatMap((o) => Object.keys(o).map((k) => k.split('#').pop())),
);
const hash = (r) => createHash('sha256').update(r.body).digest('hex');
const buildBody = (op, values) => {
  if (!op.schema) return {};
  const b = sample(doc, op.schema, cfg);
  const put = (o) => {
    if (o && typeof o === 'object')
      for (const k of Object.keys(o)) {
        if (idNames.has(k) && k in values) o[k] = values[k];
        else put(o[k]);
      }
  };
  put(b);
  return { body: JSON.stringify(b), headers: { 'content-type': op.type ?? 'application/json' } };
};
const touchesId = (op) =>
  op.params.some((p) => idNames.has(p.name)) ||
  idNames.has([...op.path.matchAll(/\{(\w+)\}/g)].pop()?.[1]) ||
  JSON.stringify(buildBody(op, {})).match(new RegExp(`\\\\"(${[...idNames].join('|')})\\\\"`));
const leaks = (r, t) => (cfg.canaries?.[t] ?? []).filter((c) => text(r).includes(c));

for (const { attacker, victim } of cfg.attacks) {
  const A = actors[attacker],
    owner = actors[cfg.owners[victim]],
    vals = cfg.objects[victim];
  for (const op of ops) {
    const where = `${attacker} -> tenant ${victim}: ${op.id}`;
    const path = fillPath(op, vals, cfg, doc);
    const hasId = touchesId(op);
    if (!hasId && op.method !== 'GET') continue; // creating in one's own tenant is fine
    const getOp = ops.find((o) => o.method === 'GET' && o.path === op.path);
    const controlPath = getOp ? fillPath(getOp, vals, cfg, doc) : null;
    let before;
    if (hasId && controlPath) {
      before = await owner.call({ path: controlPath });
      if (
        !rep.check(
          before.status >= 200 && before.status < 300,
          'no-control',
          where,
          `owner got ${before.status} on ${controlPath}; probe proves nothing`,
          'warn',
        )
      ) {
        /* still probe */
      }
    }
    const r = await A.call({ method: op.method, path, ...buildBody(op, vals) });
    const l = leaks(r, victim);
    rep.check(!l.length, 'leak', where, `answer (${r.status}) contains ${l.join(', ')}`);
    if (!hasId) continue;
    if ([400, 422].includes(r.status))
      rep.warn(
        'inconclusive',
        where,
        `${r.status}: validation hides the authorisation answer; give samples`,
      );
    else
      rep.check(
        DENY.includes(r.status),
        'foreign-access',
        where,
        `${op.method} ${path} -> ${r.status}${r.error ? ' ' + r.error : ''}`,
      );
    if (before && before.status < 300 && op.method !== 'GET') {
      // an honest refusal changes nothing
      const after = await owner.call({ path: controlPath });
      rep.check(
        hash(after) === hash(before) || (after.status !== before.status && after.status < 300),
        'silent-write',
        where,
        'owner sees a changed object after a refused call',
      );
    }
    if (op.method === 'GET' && op.path.includes('{')) {
      // existence oracle: foreign id versus id that never existed
      const ghost = {
        ...Object.fromEntries(Object.entries(vals).map(([k, v]) => [k, mutateId(v)])),
        ...cfg.ghosts,
      };
      const g = await A.call({ path: fillPath(op, ghost, cfg, doc) });
      const strip = (x) =>
        text(x)
          .replace(/[0-9a-f-]{8,}/gi, '')
          .replace(/\d+/g, '');
      rep.check(
        g.status === r.status && strip(g) === strip(r),
        'existence-oracle',
        where,
        `foreign ${r.status} / unknown ${g.status} differ`,
        'warn',
      );
    }
  }
}
function mutateId(v) {
  const s = String(v);
  return /^\d+$/.test(s)
    ? String(+s + 7919000)
    : s
        .replace(/[0-9a-f](?=[0-9a-f]*$)/i, (c) => (c === '0' ? '1' : '0'))
        .replace(/^[0-9a-f]{4}/i, rid(2));
}

for (const [who, ids] of Object.entries(cfg.roleForbidden ?? {}))
  for (const id of ids) {
    const op = ops.find((o) => o.id === id);
    if (!op) {
      rep.fail('unknown-operation', who, id);
      continue;
    }
    const vals = cfg.objects[cfg.actors[who].tenant] ?? {};
    const r = await actors[who].call({
      method: op.method,
      path: fillPath(op, vals, cfg, doc),
      ...buildBody(op, vals),
    });
    rep.check(DENY.includes(r.status), 'role', `${who}: ${id}`, `${r.status}`);
  }
for (const op of ops) {
  // anonymous: everything that is not public
  if ((cfg.public ?? []).includes(op.id)) continue;
  const vals = Object.values(cfg.objects)[0];
  const r = await anon.call({
    method: op.method,
    path: fillPath(op, vals, cfg, doc),
    ...buildBody(op, vals),
  });
  const toLogin = [302, 303].includes(r.status) && /login|sign-?in/.test(r.headers.location ?? '');
  rep.check([401, 403].includes(r.status) || toLogin, 'anonymous', op.id, `${r.status}`);
}
rep.end();

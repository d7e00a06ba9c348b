import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Attacker } from './population.js';

/** Values for the parameters of the addresses, by name or by `/path#name`. */
export type Objects = Record<string, string>;

/** An incident that is right in every field. */
export const INCIDENT = {
  title: 'A review of the practice',
  direction: 'about_doctor',
  kind: 'negative_review',
  platform: 'google_business',
  url: 'https://reviews.example/1',
  handle: 'somebody',
  postText: 'They did not listen.',
  postedOn: '2026-01-04',
  seenOn: '2026-01-05',
  visibility: 'public',
  jurisdiction: 'england',
  setting: 'private_practice',
  doctorName: 'Dr Example',
};

/** What only this organisation may ever see. */
export function canaryOf(tenant: 'A' | 'B'): string {
  return `lantern-${tenant.toLowerCase()}-under-glass`;
}

/** Makes one object of each kind in the adviser's organisation, over the API. */
export async function makeObjects(base: string, adviser: Attacker): Promise<Objects> {
  const canary = canaryOf(adviser.tenant);
  const opened = await post(base, '/api/v1/cases', adviser, {
    ...INCIDENT,
    title: `Case ${canary}`,
    postText: canary,
  });
  const here = `/api/v1/cases/${String(opened['reference'])}`;
  const fact = await post(base, `${here}/patient-facts`, adviser, { kind: 'alias', value: canary });
  const party = { role: 'relative', name: canary };
  const added = await post(base, `${here}/parties`, adviser, party);
  return {
    reference: String(opened['reference']),
    '/api/v1/cases/{reference}/patient-facts/{id}#id': String(fact['id']),
    '/api/v1/cases/{reference}/parties/{id}#id': String(added['id']),
  };
}

/** Has the worker make an export that has rows, and saves its file. @throws Error after a minute */
export async function saveExport(base: string, manager: Attacker, file: string): Promise<void> {
  const headers = { authorization: `Bearer ${manager.token}` };
  const until = new Date().toISOString().slice(0, 7);
  let address: string | undefined;
  for (let tries = 0; tries < 60; tries += 1) {
    address ??= await askForExport(base, manager, until);
    const found = (await (await fetch(address, { headers })).json()) as ExportState;
    if (found.state === 'ready' && found.rowsDone > 0) {
      writeFileSync(file, await (await fetch(`${address}/file`, { headers })).text());
      return;
    }
    // Made before the worker had counted the new case: another one will hold it.
    if (found.state === 'ready') address = undefined;
    await wait(1000);
  }
  throw new Error('There was no export with rows within a minute.');
}

interface ExportState {
  state: string;
  rowsDone: number;
}

async function askForExport(base: string, manager: Attacker, month: string): Promise<string> {
  const made = await post(base, '/api/v1/exports', manager, { from: month, until: month });
  return `${base}/api/v1/exports/${String(made['id'])}`;
}

async function post(
  base: string,
  path: string,
  { token }: Attacker,
  body: object,
): Promise<Record<string, unknown>> {
  const answer = await fetch(`${base}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}

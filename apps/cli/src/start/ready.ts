import { setTimeout as pause } from 'node:timers/promises';

const ASK_EVERY_MS = 150;
const REMIND_AFTER_MS = 60_000;

/** The address that a person on this machine opens. */
export function addressFor(host: string, port: number): string {
  const anywhere = host === '0.0.0.0' || host === '::';
  const reachable = anywhere ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

/** Waits until the pages answer. @returns false when told to stop before that. */
export async function untilReady(
  address: string,
  asked: AbortSignal,
  say: (line: string) => void,
): Promise<boolean> {
  let remindAt = Date.now() + REMIND_AFTER_MS;
  while (!asked.aborted) {
    if (await isReady(address, asked)) return true;
    if (Date.now() > remindAt) {
      say('Parapet does not answer yet; the lines above may say why. Still waiting.');
      remindAt = Date.now() + REMIND_AFTER_MS;
    }
    await pause(ASK_EVERY_MS);
  }
  return false;
}

async function isReady(address: string, asked: AbortSignal): Promise<boolean> {
  try {
    const signal = AbortSignal.any([asked, AbortSignal.timeout(5000)]);
    const answer = await fetch(`${address}/health/ready`, { signal });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

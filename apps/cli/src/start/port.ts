import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError, codeOf, reasonOf } from '#platform';

/** A web process whose supervisor was killed needs a moment to close its port. */
const GRACE_MS = 1500;

/** @throws StartError when nothing can listen there. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const giveUpAt = Date.now() + GRACE_MS;
  let fault = await listenBriefly(host, port);
  while (codeOf(fault) === 'EADDRINUSE' && Date.now() < giveUpAt) {
    await pause(150);
    fault = await listenBriefly(host, port);
  }
  if (fault) throw new StartError(inWords(host, port, fault));
}

function inWords(host: string, port: number, fault: Error): string {
  switch (codeOf(fault)) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken already. Stop what uses it, or set PORT to another number.`;
    case 'EACCES':
      return `Port ${port} may not be used by this account. Set PORT to a number above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `PARAPET_HOST is ${host}, which is not an address of this machine.`;
    default:
      return `Cannot listen on ${host}, port ${port}: ${reasonOf(fault)}.`;
  }
}

function listenBriefly(host: string, port: number): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

const ECHO_MS = 700;

/** Thrown where work ends early because the person pressed Ctrl-C: not a fault. */
export class ToldToStop extends Error {
  override readonly name = 'ToldToStop';
}

/** Becomes true by Ctrl-C or SIGTERM, and urgent by a second one. */
export interface StopRequest {
  readonly asked: AbortSignal;
  readonly urgent: AbortSignal;
}

/**
 * Listens for SIGINT, SIGTERM and SIGHUP.
 *
 * One Ctrl-C may come several times, by the terminal and by npm, so that what follows within a moment
 * counts as the same.
 */
export function stopRequest(source: NodeJS.EventEmitter = process): StopRequest {
  const asked = new AbortController();
  const urgent = new AbortController();
  let firstAt = 0;
  const onSignal = () => {
    firstAt ||= Date.now();
    asked.abort();
    if (Date.now() - firstAt > ECHO_MS) urgent.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) source.on(signal, onSignal);
  return { asked: asked.signal, urgent: urgent.signal };
}

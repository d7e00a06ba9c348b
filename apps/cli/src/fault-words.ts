import { ConfigError, KeyError, StartError, codeOf } from '#platform';

/** What to tell the person at the terminal when a command cannot be run; undefined for a fault of ours. */
export function faultWords(error: unknown): string | undefined {
  const isTold =
    error instanceof ConfigError || error instanceof KeyError || error instanceof StartError;
  if (isTold) return error.message;
  if (codeOf(error) === 'ECONNREFUSED') {
    return 'The database does not answer: run npm start first and leave it running, or look at DATABASE_URL.';
  }
  return undefined;
}

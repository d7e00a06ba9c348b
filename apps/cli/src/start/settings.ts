import { StartError } from '#platform';

/** What the environment says about how to start. */
export interface StartSettings {
  readonly host: string;
  readonly port: number;
  /** A server that somebody else runs; undefined means the embedded one. */
  readonly databaseUrl: string | undefined;
  readonly dataDirectory: string;
  /** Whether somebody chose the data directory, or it is the default. */
  readonly isDataDirectoryChosen: boolean;
  /** Handed on to the children, which read their own settings from it. */
  readonly environment: NodeJS.ProcessEnv;
}

/** @throws StartError naming the variable that is wrong. */
export function readSettings(environment: NodeJS.ProcessEnv): StartSettings {
  const chosen = environment['PARAPET_DATA_DIR'];
  return {
    host: environment['PARAPET_HOST'] || '127.0.0.1',
    port: readPort(environment['PORT'] || '3000'),
    databaseUrl: environment['DATABASE_URL'] || undefined,
    dataDirectory: chosen || '.parapet',
    isDataDirectoryChosen: Boolean(chosen),
    environment,
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new StartError(`PORT must be a number from 1 to 65535, not "${text}".`);
}

import { makeDataDirectory, startEmbeddedPostgres } from '#platform';
import { lockDataDirectory } from './data-lock.js';
import { requireUsableDatabase } from './given-database.js';
import type { StartSettings } from './settings.js';

/** The database that this run works on. */
export interface OpenDatabase {
  /** For migrations. */
  readonly ownerUrl: string;
  /** For web and worker. */
  readonly runtimeUrl: string;
  /** Absolute. */
  readonly dataDirectory: string;
  /** Whether it is the embedded server, which also means demonstration data. */
  readonly isEmbedded: boolean;
  /** Stops what this run has started; to be called last of all. */
  close(): Promise<void>;
}

/** Uses DATABASE_URL where it is set, else starts the embedded server. @throws StartError */
export function openDatabase(
  settings: StartSettings,
  say: (line: string) => void,
): Promise<OpenDatabase> {
  const { databaseUrl } = settings;
  return databaseUrl ? openGiven(settings, databaseUrl) : openEmbedded(settings, say);
}

async function openGiven(settings: StartSettings, databaseUrl: string): Promise<OpenDatabase> {
  await requireUsableDatabase(databaseUrl);
  return {
    ownerUrl: settings.environment['PARAPET_MIGRATE_URL'] || databaseUrl,
    runtimeUrl: databaseUrl,
    dataDirectory: makeDataDirectory(settings.dataDirectory, settings.isDataDirectoryChosen),
    isEmbedded: false,
    close: async () => undefined,
  };
}

async function openEmbedded(
  settings: StartSettings,
  say: (line: string) => void,
): Promise<OpenDatabase> {
  const dataDirectory = makeDataDirectory(settings.dataDirectory, settings.isDataDirectoryChosen);
  say(`Data directory: ${dataDirectory}`);
  const unlock = lockDataDirectory(dataDirectory);
  try {
    const server = await startEmbeddedPostgres({ dataDirectory, fsync: true, say });
    const { ownerUrl, runtimeUrl } = server;
    const close = async () => {
      await server.stop();
      unlock();
    };
    return { ownerUrl, runtimeUrl, dataDirectory, isEmbedded: true, close };
  } catch (error) {
    unlock();
    throw error;
  }
}

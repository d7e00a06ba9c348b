import {
  type Config,
  ConfigError,
  embeddedAddresses,
  loadConfig,
  placeOf,
  processEnvironment,
} from '#platform';

/**
 * The settings of a command that works on the data: those of the environment, and where it names no
 * database, the embedded server of the data directory, which `npm start` keeps running.
 *
 * @throws ConfigError when there is neither.
 */
export function commandConfig(environment: NodeJS.ProcessEnv = processEnvironment()): Config {
  if (environment['DATABASE_URL'] || environment['DATABASE_URL_FILE']) {
    return loadConfig(environment);
  }
  const chosen = environment['PARAPET_DATA_DIR'];
  const dataDirectory = placeOf(chosen || '.parapet', Boolean(chosen));
  const addresses = embeddedAddresses(dataDirectory);
  if (!addresses) {
    throw new ConfigError(
      `There is no database in ${dataDirectory} yet: run npm start once, or set DATABASE_URL or PARAPET_DATA_DIR.`,
    );
  }
  return loadConfig({
    ...environment,
    PARAPET_DATA_DIR: dataDirectory,
    DATABASE_URL: addresses.runtimeUrl,
    PARAPET_MIGRATE_URL: addresses.ownerUrl,
  });
}

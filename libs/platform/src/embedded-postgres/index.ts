export { makeDataDirectory, writePrivate } from './data-directory.js';
export { isAlive, stopAbandonedServer } from './postmaster.js';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './start-embedded-postgres.js';
export { StartError, codeOf, reasonOf } from './start-error.js';

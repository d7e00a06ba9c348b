export { makeDataDirectory, placeOf, writePrivate } from './data-directory.js';
export { type EmbeddedAddresses, embeddedAddresses } from './embedded-addresses.js';
export { isAlive, stopAbandonedServer } from './postmaster.js';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './start-embedded-postgres.js';
export { StartError, codeOf, reasonOf } from './start-error.js';

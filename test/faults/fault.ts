import type { Installation } from '../support/installation.js';
import type { RedisServer } from '../support/redis-server.js';
import type { Database } from './database.js';
import type { Writers } from './writers.js';

/** What a fault may lay its hands on. */
export interface Scene {
  readonly installation: Installation;
  readonly database: Database;
  readonly redis: RedisServer | undefined;
  readonly writers: Writers;
}

/** Something that goes wrong while people work. */
export interface Fault {
  readonly name: string;
  /** Causes it, while the writers write, and leaves everything running again. */
  cause(scene: Scene): Promise<void>;
}

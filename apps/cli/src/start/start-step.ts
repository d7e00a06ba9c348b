import type { Config } from '#platform';

/** Something to be done on the database before web and worker may start. */
export interface StartStep {
  /** Said at the terminal, as "Preparing the tables". */
  readonly name: string;
  run(config: Config, say: (line: string) => void): Promise<void>;
}

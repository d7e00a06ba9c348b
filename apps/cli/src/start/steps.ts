import type { OpenDatabase } from './database.js';

/** Something to be done on the database before web and worker may start. */
export interface StartStep {
  /** Said at the terminal, as "Preparing the tables". */
  readonly name: string;
  run(database: OpenDatabase, say: (line: string) => void): Promise<void>;
}

/** In order; each must be harmless when it is run again. */
export const START_STEPS: readonly StartStep[] = [];

/** Runs the steps one after the other and says how long each took. */
export async function runSteps(
  steps: readonly StartStep[],
  database: OpenDatabase,
  say: (line: string) => void,
): Promise<void> {
  for (const step of steps) {
    const began = Date.now();
    await step.run(database, say);
    say(`${step.name}: done in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
  }
}

import type { Config } from '#platform';
import { prepareDemo, prepareKeys, prepareTables } from './prepare-installation.js';
import type { StartStep } from './start-step.js';

/** In order; each must be harmless when it is run again. */
export const START_STEPS: readonly StartStep[] = [prepareKeys, prepareTables, prepareDemo];

/** Runs the steps one after the other and says how long each took. */
export async function runSteps(
  steps: readonly StartStep[],
  config: Config,
  say: (line: string) => void,
): Promise<void> {
  for (const step of steps) {
    const began = Date.now();
    await step.run(config, say);
    say(`${step.name}: done in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
  }
}

import { StartError } from '#platform';
import { readSettings } from './settings.js';
import { type StartMeans, start } from './start.js';
import { ToldToStop, stopRequest } from './stop-request.js';

/**
 * Runs `parapet start` to its end.
 *
 * @param scripts compiled scripts of the two processes.
 * @returns the exit code: 0 after Ctrl-C or SIGTERM, 1 when it cannot start, with one line on stderr.
 */
export async function runStart(
  environment: NodeJS.ProcessEnv,
  scripts: StartMeans['scripts'],
): Promise<number> {
  try {
    await start(readSettings(environment), {
      scripts,
      stop: stopRequest(),
      say: (line) => process.stdout.write(`${line}\n`),
    });
    return 0;
  } catch (error) {
    if (error instanceof ToldToStop) return 0;
    if (!(error instanceof StartError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

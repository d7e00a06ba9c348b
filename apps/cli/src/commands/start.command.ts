import { join } from 'node:path';
import { type Command, Option } from 'commander';

const APPS = join(import.meta.dirname, '../../..');

/** `parapet start`: database, web and worker in one terminal, until Ctrl-C. */
export function register(program: Command): void {
  program
    .command('start')
    .description('start the database (unless DATABASE_URL is set), the web pages and the worker')
    .addOption(script('web'))
    .addOption(script('worker'))
    .action(async (scripts: { web: string; worker: string }) => {
      // Read here, so that the other commands do not wait for it.
      const { processEnvironment } = await import('#platform');
      const { runStart } = await import('../start/run-start.js');
      process.exit(await runStart(processEnvironment(), scripts));
    });
}

function script(app: 'web' | 'worker'): Option {
  return new Option(`--${app} <script>`, `another script to run as the ${app} process`)
    .default(join(APPS, app, 'src/main.js'))
    .hideHelp();
}

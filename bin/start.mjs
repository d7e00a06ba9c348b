// `npm start`: installs and builds where needed, then runs `parapet start` in this terminal.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

prepare();

const main = join(root, 'dist/apps/cli/src/main.js');
const child = spawn(process.execPath, [main, 'start', ...process.argv.slice(2)], {
  stdio: 'inherit',
});

// A Ctrl-C reaches the child by the terminal as well; it counts signals close together as one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));

// `npm run test:browser` and its like: installs and builds where needed, then runs one suite.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, refuse, root } from './prepare.mjs';

const [suite = '', ...args] = process.argv.slice(2);
prepare();

const main = join(root, 'dist/test', suite, 'main.js');
if (!existsSync(main)) refuse(`There is no suite called "${suite}" in test/.`);
const child = spawn(process.execPath, ['--enable-source-maps', main, ...args], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));

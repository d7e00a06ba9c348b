// Builds everything into dist/: TypeScript, style sheet and browser modules.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { assets } from './assets.mjs';

const root = join(import.meta.dirname, '..');

if (process.argv.includes('--clean')) rmSync(join(root, 'dist'), { recursive: true, force: true });

const compiled = spawnSync(
  process.execPath,
  [join(root, 'node_modules/tsc7/bin/tsc'), '-p', join(root, 'tsconfig.json')],
  { stdio: 'inherit', cwd: root },
);
if (compiled.status !== 0) process.exit(compiled.status ?? 1);

await assets(root);

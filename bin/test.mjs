// `npm test`: installs and builds where needed, runs Jest, and ends with `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

prepare();

const folder = mkdtempSync(join(tmpdir(), 'parapet-results-'));
const results = join(folder, 'results.json');
const options = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const jest = spawn(
  process.execPath,
  [
    join(root, 'node_modules/jest/bin/jest.js'),
    '--json',
    `--outputFile=${results}`,
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    // The same results would be printed as JSON on stdout; the readable report is on stderr.
    stdio: ['inherit', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_OPTIONS: [process.env.NODE_OPTIONS, ...options].filter(Boolean).join(' '),
    },
  },
);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => jest.kill(signal));
jest.on('exit', (code) => {
  const found = readResults();
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`${found.passed} passed, ${found.failed} failed\n`);
  process.exit(code ?? 1);
});

/** A file of tests that could not be run at all counts as one failure. */
function readResults() {
  try {
    const found = JSON.parse(readFileSync(results, 'utf8'));
    return {
      passed: found.numPassedTests,
      failed: found.numFailedTests + found.numRuntimeErrorTestSuites,
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

// What `npm start` and `npm test` do first: check Node, install, build. Only what Node itself brings
// is used here, since nothing else may be installed yet.
import { spawnSync } from 'node:child_process';
import { lstatSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname ?? '.', '..');

const OLDEST_NODE = [20, 19];
const BUILT = join(root, 'dist/.built');
const COMPILED = [
  'apps',
  'libs',
  'migrations',
  'test',
  'bin',
  'tsconfig.json',
  'package-lock.json',
];

/** Leaves an installed and built tree, or ends the process with one line that says why not. */
export function prepare() {
  refuseOldNode();
  if (!isInstalled()) install();
  if (!isBuilt()) build();
}

/** Ends the process with one line. */
export function refuse(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  refuse(`Parapet needs Node ${OLDEST_NODE.join('.')} or later; this is ${process.versions.node}.`);
}

function install() {
  step('Installing what Parapet is made of (about a minute)', () => {
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    return process.env.npm_execpath
      ? run(process.execPath, [process.env.npm_execpath, ...args])
      : run('npm', args, process.platform === 'win32');
  });
}

function build() {
  // What is edited while the compiler runs is built again the next time.
  const began = new Date();
  step('Building', () => run(process.execPath, [join(root, 'bin/build.mjs'), '--clean']));
  writeFileSync(BUILT, '');
  utimesSync(BUILT, began, began);
}

function step(name, work) {
  const began = Date.now();
  process.stdout.write(`${name}…\n`);
  const status = work();
  const took = ((Date.now() - began) / 1000).toFixed(1);
  if (status !== 0) refuse(`${name} failed after ${took} s; the lines above say why.`);
  process.stdout.write(`${name}: done in ${took} s.\n`);
}

function run(program, args, shell = false) {
  // `npm test` may be run with settings for Jest; they are not meant for npm or the compiler.
  const env = { ...process.env };
  delete env.NODE_OPTIONS;
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit', shell, env });
  return status ?? 1;
}

/**
 * Whether node_modules holds what the lock file asks for. npm keeps a list of what it installed; it is
 * compared by version and checksum, since times say little after a checkout.
 */
function isInstalled() {
  // A linked folder is shared with other checkouts: installing here would pull it from under them.
  const modules = lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false });
  if (modules?.isSymbolicLink()) return true;
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  const isPresent = ([path, { version, integrity, optional, devOptional }]) => {
    const found = present[path];
    if (!found) return path === '' || Boolean(optional || devOptional);
    return found.version === version && found.integrity === integrity;
  };
  return (
    Object.entries(wanted).every(isPresent) && Object.keys(present).every((path) => wanted[path])
  );
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function isBuilt() {
  const built = statSync(BUILT, { throwIfNoEntry: false });
  return built !== undefined && COMPILED.every((part) => newest(join(root, part)) <= built.mtimeMs);
}

/** When the newest of a file, or of a folder and all that is in it, was changed; 0 when missing. */
function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  // A folder counts too: its time changes when a file in it is removed.
  const inside = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(found.mtimeMs, ...inside);
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoSignIn } from '#identity';
import { writePrivate } from '#platform';

function fileIn(dataDirectory: string): string {
  return join(dataDirectory, 'demo-sign-ins.json');
}

/** Keeps the sign-ins of the demonstration people where only the installation's owner can read them. */
export function keepDemoSignIns(dataDirectory: string, signIns: readonly DemoSignIn[]): void {
  writePrivate(fileIn(dataDirectory), `${JSON.stringify(signIns, null, 2)}\n`);
}

/** The sign-ins as lines for the terminal; none where there is no demonstration. */
export function demoSignInLines(dataDirectory: string): string[] {
  const file = fileIn(dataDirectory);
  if (!existsSync(file)) return [];
  const signIns = JSON.parse(readFileSync(file, 'utf8')) as DemoSignIn[];
  return [
    `Sign in as one of these (also in ${file}):`,
    ...signIns.map(({ email, password }) => `  ${email.padEnd(24)} ${password}`),
  ];
}

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Starts the system's Chromium; `CHROMIUM_PATH` names another. @throws Error when there is none. */
export function launchChromium(): Promise<Browser> {
  const chosen = process.env['CHROMIUM_PATH'];
  const executablePath = chosen ?? PLACES.find((place) => existsSync(place));
  if (!executablePath || !existsSync(executablePath)) {
    throw new Error('No Chromium was found: install it, or set CHROMIUM_PATH to its program.');
  }
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    args: [
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      ...(isRoot ? ['--no-sandbox'] : []),
    ],
  });
}

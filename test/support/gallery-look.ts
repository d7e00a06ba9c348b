import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { SAMPLES } from './gallery-models.js';

const ROOT = join(import.meta.dirname, '../../..');
const GALLERY = join(ROOT, 'dist/gallery');
const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.mjs': 'text/javascript',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};
/** As strict as the application's own, so that what breaks there breaks here. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const server = createServer((request, response) => {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  try {
    const body = readFileSync(join(GALLERY, path));
    response.writeHead(200, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'content-security-policy': POLICY,
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', resolve);
});
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
let faults = 0;

for (const width of [1280, 360]) {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') report(page, message.text());
  });
  page.on('pageerror', (error) => report(page, error.message));
  for (const { name } of SAMPLES) await look(page, name, width);
  await context.close();
}
await browser.close();
server.close();
console.log(`${SAMPLES.length} pages at two widths: ${faults} faults`);
process.exitCode = faults > 0 ? 1 : 0;

async function look(page: Page, name: string, width: number): Promise<void> {
  await page.goto(`${origin}/${name}.html`);
  await page.waitForFunction(() => document.body.classList.contains('js-enabled'));
  await page.screenshot({ path: join(GALLERY, `${name}-${width}.png`), fullPage: true });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 0) report(page, `${overflow} px too wide at ${width}`);
  await page.evaluate(AXE);
  const found = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResult> } }).axe.run(),
  );
  for (const { id, help, nodes } of found.violations) {
    report(page, `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  }
}

interface AxeResult {
  violations: { id: string; help: string; nodes: { html: string }[] }[];
}

function report(page: Page, text: string): void {
  faults += 1;
  console.error(`${new URL(page.url()).pathname}: ${text}`);
}

import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const RESULTS = join(import.meta.dirname, '../../../test-results');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [360, 1280] as const;
const HEIGHT = 800;

interface AxeResult {
  violations: { id: string; help: string; nodes: { html: string }[] }[];
}

/** What is wrong with the page as it stands, at the width of a phone and of a desk. */
export async function inspectPage(page: Page, name: string): Promise<string[]> {
  const faults: string[] = [];
  mkdirSync(RESULTS, { recursive: true });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    const picture = { path: join(RESULTS, `${name}-${width}.png`), fullPage: true };
    // A browser short of memory refuses a picture now and then, whatever the page is.
    await page.screenshot(picture).catch(() => page.screenshot(picture));
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (excess > 0) faults.push(`${excess} px too wide at ${width}`);
    faults.push(...(await accessibilityFaults(page)).map((fault) => `${fault} (at ${width})`));
  }
  return faults;
}

async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResult> } }).axe.run(),
  );
  return found.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

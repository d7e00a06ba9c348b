import type { Browser, ConsoleMessage, Locator, Page, Response } from 'playwright-core';
import { inspectPage } from './page-inspection.js';

const PATIENCE_MS = 15_000;

/** What somebody enters, by the names of the fields. */
export type Entered = Readonly<Record<string, string | readonly string[]>>;

/** A page that an earlier screen has inspected is not inspected again. */
const inspected = new Set<string>();

/**
 * One person at a browser. Every page that is met for the first time is inspected: accessibility, width,
 * console, content security policy; a fault ends the journey.
 */
export class Screen {
  private readonly faults: string[] = [];
  private status = 200;

  private constructor(
    readonly page: Page,
    private readonly who: string,
  ) {
    page.on('console', (message) => this.hear(message));
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('response', (response) => this.see(response));
  }

  /** A new visitor, who is not signed in. @param who names the screenshots. */
  static async open(browser: Browser, address: string, who: string): Promise<Screen> {
    const context = await browser.newContext({
      baseURL: address,
      viewport: { width: 1280, height: 800 },
      acceptDownloads: true,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    return new Screen(await context.newPage(), who);
  }

  /** Opens a page by its path. @throws Error when it is refused or has a fault. */
  async visit(path: string): Promise<this> {
    await this.page.goto(path);
    return this.arrive();
  }

  /** Opens a page that is to be refused. @returns the status. */
  async visitRefused(path: string): Promise<number> {
    await this.page.goto(path);
    await this.inspect();
    return this.status;
  }

  /** Follows a link by its words. */
  async follow(words: string | RegExp): Promise<this> {
    await this.page.getByRole('link', { name: words }).first().click();
    return this.arrive();
  }

  /** Presses a button that leads to another page. */
  async press(words: string | RegExp, within: Page | Locator = this.page): Promise<this> {
    await this.submit(words, within);
    this.requireAccepted();
    return this;
  }

  /** Presses a button whose form is to be refused. @returns the status. */
  async pressRefused(words: string | RegExp, within: Page | Locator = this.page): Promise<number> {
    await this.submit(words, within);
    return this.status;
  }

  /** Types into a field by its label. */
  async type(label: string | RegExp, value: string): Promise<this> {
    await this.page.getByLabel(label).first().fill(value);
    return this;
  }

  /** Ticks a box or takes a choice by its label. */
  async tick(label: string | RegExp): Promise<this> {
    await this.page.getByLabel(label).first().check();
    return this;
  }

  /** Fills in a form by the names of its fields: text, lists and choices alike, of boxes also several. */
  async enter(fields: Entered): Promise<this> {
    for (const [name, values] of Object.entries(fields)) {
      for (const value of [values].flat()) await this.enterOne(name, value);
    }
    return this;
  }

  /** Signs in on the page that is open. */
  async signIn({ email, password }: { email: string; password: string }): Promise<this> {
    await this.visit('/sign-in');
    await this.type('E-mail address', email);
    await this.type('Password', password);
    return this.press('Sign in');
  }

  /** The words of the page, without those of its frame. */
  words(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  /** @throws Error when the page does not say it. */
  async requireWords(...expected: (string | RegExp)[]): Promise<this> {
    const words = await this.words();
    for (const one of expected) {
      const isThere = typeof one === 'string' ? words.includes(one) : one.test(words);
      if (!isThere) throw new Error(`${this.path} does not say ${one}; it says:\n${words}`);
    }
    return this;
  }

  /** Inspects a page that was met before and now shows something else. @param state what, for the screenshot */
  async inspectState(state: string): Promise<void> {
    await this.inspect(`-${state}`);
  }

  /** Path of the page that is open. */
  get path(): string {
    return new URL(this.page.url()).pathname;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  private async enterOne(name: string, value: string): Promise<void> {
    const all = this.page.locator(`main [name="${name}"]`);
    const kind = await all.first().evaluate((field) => (field as HTMLInputElement).type);
    if (kind === 'radio' || kind === 'checkbox') {
      await this.page.locator(`main [name="${name}"][value="${value}"]`).check();
    } else if (kind === 'select-one') await all.selectOption(value);
    else await all.fill(value);
  }

  private async submit(words: string | RegExp, within: Page | Locator): Promise<void> {
    const button = within.getByRole('button', { name: words }).first();
    await Promise.all([this.page.waitForEvent('load'), button.click()]);
    await this.inspect();
  }

  private async arrive(): Promise<this> {
    await this.page.waitForLoadState('load');
    await this.inspect();
    this.requireAccepted();
    return this;
  }

  private requireAccepted(): void {
    const path = this.page.url();
    if (this.status >= 400) throw new Error(`${path} answered ${this.status} to ${this.who}.`);
  }

  private async inspect(state = ''): Promise<void> {
    const path = this.path.replaceAll('/', '-').replaceAll(SERIALS, 'x');
    const name = `${this.who}${path}-${this.status}${state}`;
    if (!inspected.has(name)) {
      inspected.add(name);
      this.faults.push(...(await this.inspectWhole(name)));
    }
    const faults = this.faults.splice(0);
    if (faults.length > 0) throw new Error(`${this.path} (${this.who}):\n${faults.join('\n')}`);
  }

  /** A page that waits for background work loads itself anew, also while it is looked at. */
  private async inspectWhole(name: string): Promise<readonly string[]> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await inspectPage(this.page, name);
      } catch (error) {
        const hasGone = String(error).includes('Execution context was destroyed');
        if (!hasGone || tries === 5) throw error;
        await this.page.waitForLoadState('load');
      }
    }
  }

  private see(response: Response): void {
    const status = response.status();
    if (response.request().isNavigationRequest()) {
      if (status < 300 || status >= 400) this.status = status;
      if (status >= 500) this.faults.push(`${response.url()} answered ${status}`);
    } else if (status >= 400) {
      this.faults.push(`${response.url()} answered ${status}`);
    }
  }

  /** A refused page is told as an error too; those are counted by their status. */
  private hear(message: ConsoleMessage): void {
    if (message.type() !== 'error') return;
    if (message.text().startsWith('Failed to load resource')) return;
    this.faults.push(message.text());
  }
}

/** References of cases and ids, which would make every page a new one. */
const SERIALS = /(?:PAR|REQ)-\d\d-\w{5}-\w|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g;

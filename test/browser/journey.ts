import type { Browser } from 'playwright-core';
import type { Installation } from '../support/installation.js';
import { Screen } from './screen.js';

/** A way through the product that somebody goes. */
export interface Journey {
  readonly name: string;
  run(stage: Stage): Promise<void>;
}

/** Where journeys are played: one installation, and a browser for each person. */
export class Stage {
  private readonly screens = new Map<string, Screen>();

  constructor(
    private readonly browser: Browser,
    readonly installation: Installation,
  ) {}

  /** The browser of `adviser@mdo.example` and its like, signed in. */
  async as(email: string): Promise<Screen> {
    const there = this.screens.get(email);
    if (there) return there;
    const screen = await this.visitor(email.replace('@', '-').replace('.example', ''));
    await screen.signIn(this.installation.signInOf(email));
    this.screens.set(email, screen);
    return screen;
  }

  /** A browser that nobody has signed in at. */
  visitor(name: string): Promise<Screen> {
    return Screen.open(this.browser, this.installation.address, name);
  }

  async close(): Promise<void> {
    await Promise.all([...this.screens.values()].map((screen) => screen.close()));
    this.screens.clear();
  }
}

/** Checks in order, as a list that a person reads and a last line that a program reads. */
export class Checklist {
  private passed = 0;
  private failed = 0;

  /** Runs one check; a failure is written down and the next one follows. @returns whether it passed. */
  async check(name: string, work: () => Promise<unknown>): Promise<boolean> {
    const began = Date.now();
    try {
      await work();
      this.passed += 1;
      this.say(`  ✓ ${name} (${seconds(began)})`);
      return true;
    } catch (error) {
      this.failed += 1;
      this.say(`  ✗ ${name} (${seconds(began)})`);
      this.say(indented(error instanceof Error ? wordsOf(error) : String(error)));
      return false;
    }
  }

  /** A line between the checks. */
  say(line: string): void {
    process.stdout.write(`${line}\n`);
  }

  /** Prints `N passed, N failed`. @returns the exit code. */
  finish(): number {
    this.say(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 && this.passed > 0 ? 0 : 1;
  }
}

/** The message, and the first place in our own code that it came from. */
function wordsOf({ message, stack = '' }: Error): string {
  const place = stack.split('\n').find((line) => /dist\/(test|apps|libs)/.test(line));
  return place ? `${message}\n${place.trim()}` : message;
}

function seconds(began: number): string {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}

function indented(text: string): string {
  return text
    .split('\n')
    .slice(0, 24)
    .map((line) => `      ${line}`)
    .join('\n');
}

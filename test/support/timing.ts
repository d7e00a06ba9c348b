/** How long one piece of work takes, in milliseconds, over many inputs. */
export interface Timing {
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

/** Rounds of which the quickest counts: the others hold what else the machine was doing. */
const ROUNDS = 5;

/** Does the work for each input, after a round that is not counted. */
export function timingOf<T>(inputs: readonly T[], work: (input: T) => unknown): Timing {
  const quickest = inputs.map(() => Infinity);
  for (const input of inputs) work(input);
  for (let round = 0; round < ROUNDS; round += 1) {
    inputs.forEach((input, at) => {
      const start = performance.now();
      work(input);
      quickest[at] = Math.min(quickest[at]!, performance.now() - start);
    });
  }
  const times = quickest.toSorted((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  return { median: at(0.5), p95: at(0.95), max: at(1) };
}

/** The same as one line for whoever runs the test. */
export function say(what: string, timing: Timing): string {
  const { median, p95, max } = timing;
  const words = [median, p95, max].map((time) => time.toFixed(3));
  return `${what}: median ${words[0]} ms, p95 ${words[1]} ms, max ${words[2]} ms.\n`;
}

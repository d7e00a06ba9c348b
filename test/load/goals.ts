/** What the driver found for one operation. */
interface Measured {
  readonly check: { readonly ok: boolean; readonly bad: readonly string[] };
  readonly runs: readonly {
    readonly conns: number;
    readonly rps: number;
    readonly p50: number;
    readonly p95: number;
    readonly errors: number;
    /** Cores that something else used meanwhile. */
    readonly foreign: number;
  }[];
}

/** What the driver prints. */
export interface Figures {
  readonly ops: Readonly<Record<string, Measured>>;
}

/** Milliseconds that 95 of 100 answers may take. */
const MOST_P95_MS: Readonly<Record<string, number>> = {
  worklist: 100,
  worklistPage: 100,
  casePage: 120,
};

/** One line for each measurement. */
export function told({ ops }: Figures): string {
  return Object.entries(ops)
    .flatMap(([name, { runs }]) => runs.map((run) => ({ name, ...run })))
    .map(
      ({ name, conns, rps, p50, p95, foreign }) =>
        `${name}, ${conns} at a time: ${rps}/s, half under ${p50} ms, 95 of 100 under ${p95} ms (${foreign} cores busy elsewhere)\n`,
    )
    .join('');
}

/** The goals that were missed, in words. */
export function faultsOf({ ops }: Figures): string[] {
  return Object.entries(ops).flatMap(([name, { check, runs }]) => {
    if (!check.ok) return [`${name} was not answered as it should be: ${check.bad.join('; ')}`];
    return runs.flatMap(({ p95, errors }) => {
      const limit = MOST_P95_MS[name]!;
      const slow = p95 > limit ? [`${name}: ${p95} ms for 95 of 100, not ${limit} ms`] : [];
      return errors > 0 ? [...slow, `${name}: ${errors} errors`] : slow;
    });
  });
}

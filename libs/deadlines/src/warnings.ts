/** How much of a clock's time is used up when its owner is told, in per cent. */
export const WARNING_PERCENTS = [50, 80, 100] as const;
export type WarningPercent = (typeof WARNING_PERCENTS)[number];

/** From when until when a clock runs. */
export interface RunOfClock {
  readonly startedAt: Date;
  /** Its last moment. */
  readonly dueAt: Date;
}

/** The highest step that is reached at an instant; 0 where none is. */
export function reachedWarning(run: RunOfClock, now: Date): WarningPercent | 0 {
  return WARNING_PERCENTS.findLast((percent) => momentOf(run, percent) <= now.getTime()) ?? 0;
}

/**
 * When the owner is to be told next.
 *
 * @param warned the highest step that was told already; 0 where none was.
 * @returns null after the last step. A step that has been passed untold is due at once.
 */
export function nextWarningAt(run: RunOfClock, warned: number): Date | null {
  const next = WARNING_PERCENTS.find((percent) => percent > warned);
  return next === undefined ? null : new Date(momentOf(run, next));
}

/**
 * The steps that need not be told again when a clock takes the place of another whose date moved: what was told of the
 * old one and has come about for the new one too.
 */
export function carriedWarning(run: RunOfClock, warned: number, now: Date): WarningPercent | 0 {
  const reached = reachedWarning(run, now);
  return WARNING_PERCENTS.findLast((percent) => percent <= Math.min(warned, reached)) ?? 0;
}

function momentOf({ startedAt, dueAt }: RunOfClock, percent: WarningPercent): number {
  const [start, end] = [startedAt.getTime(), dueAt.getTime()];
  return Math.ceil(start + ((end - start) * percent) / 100);
}

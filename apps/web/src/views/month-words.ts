const words = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `July 2026` of `2026-07`. */
export function monthName(month: string): string {
  return words.format(new Date(`${month}-01T12:00:00Z`));
}

/** `July 2026`, or `July 2026 to September 2026`. */
export function periodName({ from, until }: { from: string; until: string }): string {
  return from === until ? monthName(from) : `${monthName(from)} to ${monthName(until)}`;
}

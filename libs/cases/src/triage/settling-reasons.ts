/** Why a clock ends that nobody chose to end: the facts moved, and may move back. */
export const MOVED_ON = {
  notCalledFor: 'The facts no longer call for this clock.',
  startToldAnew: 'Replaced: its start was told anew.',
  restsOnOther: 'Replaced: what it rests on was changed.',
  calendarChanged: 'Replaced: the calendar of working days changed.',
  goesOn: 'Replaced: it stood still, and goes on.',
  unknownThere: 'There is no such clock in this jurisdiction.',
} as const;

const CLOSED = 'The case was closed: ';
/** As the table holds them. */
const LONGEST = 2000;

/** Why a clock ends with its case. It runs again where the case is opened and decided again. */
export function closedBecause(reason: string): string {
  return `${CLOSED}${reason}`.slice(0, LONGEST);
}

/** Whether a person said for this clock by itself why it need not be kept. */
export function isPersonsReason(reason: string | null): boolean {
  if (reason === null || reason.startsWith(CLOSED)) return false;
  return !Object.values(MOVED_ON).some((one) => one === reason);
}

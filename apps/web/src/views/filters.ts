import { civilDateIn, type Zone } from '#deadlines';

/** Wall clocks in London and Dublin show the same time all year. */
const ZONE: Zone = 'Europe/London';
const CIVIL = /^(\d{4})-(\d{2})-(\d{2})$/;

const LONG: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const SHORT: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
};

const longDate = new Intl.DateTimeFormat('en-GB', { ...LONG, timeZone: ZONE });
const shortDate = new Intl.DateTimeFormat('en-GB', { ...SHORT, timeZone: ZONE });
const clock = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: ZONE,
});

/** An instant, or a civil date as `YYYY-MM-DD`, which is the same day whatever the zone. */
export type DateLike = Date | string | null | undefined;

/** `16 June 2026`. Empty for nothing; what is no date is given back as it is. */
export function formatDate(value: DateLike): string {
  return withDate(value, (date) => longDate.format(date));
}

/** `Tue 16 Jun 2026`, for tables. */
export function formatShortDate(value: DateLike): string {
  return withDate(value, (date) => shortDate.format(date).replace(',', ''));
}

/** `16 June 2026 at 8:06am`, London time; a civil date stays without a time. */
export function formatDateTime(value: DateLike): string {
  if (typeof value === 'string' && CIVIL.test(value)) return formatDate(value);
  return withDate(value, (date) => `${longDate.format(date)} at ${formatTime(date)}`);
}

/** `Tue 16 Jun 2026 at 8:06am`, for clocks in lists that count hours. */
export function formatShortDateTime(value: DateLike): string {
  return withDate(value, (date) => `${formatShortDate(date)} at ${formatTime(date)}`);
}

/** The civil date on the wall calendar that pages tell times by. */
export function todayOn(now: Date): string {
  return civilDateIn(now, ZONE);
}

/** `8:06am`, `5pm`, `midday`: as the field writes times, London time. */
export function formatTime(date: Date): string {
  const [hour, minute] = clock.format(date).split(':').map(Number) as [number, number];
  if (minute === 0 && hour === 12) return 'midday';
  if (minute === 0 && hour === 0) return 'midnight';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** `1 case`, `2 cases`, `0 cases`. @param many the plural, where adding an s is wrong. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** What was typed into the three boxes of a date, or the parts of a stored civil date. */
export interface DateParts {
  day: string;
  month: string;
  year: string;
}

/** Reads the three boxes `field-day`, `field-month`, `field-year`, else `field` as `YYYY-MM-DD`. */
export function dateParts(
  values: Readonly<Record<string, unknown>> | undefined,
  field: string,
): DateParts {
  const stored = CIVIL.exec(textOf(values?.[field]));
  const part = (name: string, index: number): string => {
    const typed = textOf(values?.[`${field}-${name}`]);
    if (typed !== '' || !stored) return typed;
    return index === 1 ? stored[index]! : String(Number(stored[index]));
  };
  return { day: part('day', 3), month: part('month', 2), year: part('year', 1) };
}

/**
 * An address fit for a link: web, mail, telephone, or a place in this application; otherwise empty.
 * Addresses are typed by strangers: `javascript:` and its like must not reach an `href`.
 */
export function safeAddress(value: unknown): string {
  const address = textOf(value).trim();
  // Browsers leave tabs and line ends out of an address before they read it.
  if (/[\p{Cc}\s]/u.test(address)) return '';
  return /^(https?:\/\/|mailto:|tel:|\/(?![/\\])|#|\?)/i.test(address) ? address : '';
}

function withDate(value: DateLike, format: (date: Date) => string): string {
  if (value == null || value === '') return '';
  const date = typeof value === 'string' ? fromText(value) : value;
  return Number.isNaN(date.getTime()) ? String(value) : format(date);
}

/** Noon keeps a civil date on its own day in London, summer and winter. */
function fromText(value: string): Date {
  return new Date(CIVIL.test(value) ? `${value}T12:00:00Z` : value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

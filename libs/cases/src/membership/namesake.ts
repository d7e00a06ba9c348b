const TITLES: ReadonlySet<string> = new Set(
  'dr doctor prof professor mr mrs ms miss mx sir dame'.split(' '),
);
const DOCTORS_TITLES: ReadonlySet<string> = new Set(['dr', 'doctor', 'prof', 'professor']);

/** A name as it is compared: without titles, accents and case. */
export interface ComparedName {
  /** First name or initial; empty where only a surname is known. */
  readonly first: string;
  readonly last: string;
}

/**
 * Reads a name to compare it with others.
 *
 * @returns undefined for what names nobody: one word without a title of doctors, a name made up for a site.
 */
export function comparedName(name: string): ComparedName | undefined {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const own = words.filter((word) => !TITLES.has(word));
  const last = own.at(-1);
  if (last === undefined || last.length < 2) return undefined;
  if (own.length > 1) return { first: own[0]!, last };
  return words.some((word) => DOCTORS_TITLES.has(word)) ? { first: '', last } : undefined;
}

/** Whether two names may be those of one person: one surname, and first names or initials that do not differ. */
export function mayBeOne(one: ComparedName, other: ComparedName): boolean {
  if (one.last !== other.last) return false;
  const [short, long] = [one.first, other.first].toSorted((a, b) => a.length - b.length);
  return short === long || (short!.length <= 1 && long!.startsWith(short!));
}

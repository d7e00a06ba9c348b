import { isReference, type ReferenceKind } from '#kernel';

const PARTS = /^(?:(PAR|REQ))?(\d{2})([A-Z\d]{5})([A-Z\d])$/;

/**
 * Finds the reference in what somebody typed while it was read to them: `par 26 7k4mx 3`, `267K4MX3`,
 * `PAR–26–7K4MX dash 3`, with a letter O or I for a digit of the year.
 *
 * @returns the reference as it is written; undefined when the check character does not fit.
 */
export function hearReference(typed: string, kind: ReferenceKind = 'PAR'): string | undefined {
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/\b(DASH|HYPHEN|STROKE|SLASH)\b/g, '')
    .replaceAll(/[^A-Z\d]/g, '');
  const parts = PARTS.exec(withYearInDigits(bare));
  if (!parts) return undefined;
  const [, said, year, body, check] = parts;
  const reference = `${said ?? kind}-${year}-${body}-${check}`;
  return isReference(reference) ? reference : undefined;
}

/** The year stands eight characters from the end; letters there are digits that were misheard. */
function withYearInDigits(bare: string): string {
  const start = bare.length - 8;
  if (start < 0) return bare;
  const year = bare.slice(start, start + 2).replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return bare.slice(0, start) + year + bare.slice(start + 2);
}

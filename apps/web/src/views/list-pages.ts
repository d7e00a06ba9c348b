/**
 * What `pagination` shows below a list: the way to its next page, in the address that the list has now.
 *
 * @param next cursor of the next page; null on the last.
 * @param asked what else the address asks for; what is empty is left out.
 */
export function listPages(
  base: string,
  next: string | null,
  asked: Readonly<Record<string, string | undefined>> = {},
): { nextHref?: string } {
  if (next === null) return {};
  const named = Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return { nextHref: `${base}?${new URLSearchParams([...named, ['cursor', next]]).toString()}` };
}

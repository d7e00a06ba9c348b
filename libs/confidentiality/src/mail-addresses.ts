/** Where something stands in a text; `end` is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Of which characters an address is made before and behind its `@`, as UTF-16 units. */
export interface AddressForm {
  readonly isBox: (unit: number) => boolean;
  readonly isHost: (unit: number) => boolean;
  /** With which both begin. */
  readonly opens: (unit: number) => boolean;
  /** Fewest and most characters of a host. */
  readonly host: readonly [least: number, most: number];
}

const LONGEST_BOX = 64;

/**
 * The next e-mail address from an offset on, led by the `@`: a pattern that tried every letter as the first of a box
 * would read a long text of letters 64 times.
 */
export function mailAddressFrom(
  text: string,
  from: number,
  form: AddressForm,
): Stretch | undefined {
  for (let at = text.indexOf('@', from); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = boxStart(text, Math.max(from, at - LONGEST_BOX), at, form);
    const end = hostEnd(text, at + 1, form);
    if (start < at && end - at > form.host[0]) return { start, end };
  }
  return undefined;
}

/** The first character that may open the box before an `@`; the place of the `@` when none does. */
function boxStart(text: string, least: number, at: number, form: AddressForm): number {
  let start = at;
  for (let back = at - 1; back >= least && form.isBox(text.charCodeAt(back)); back--)
    if (form.opens(text.charCodeAt(back))) start = back;
  return start;
}

function hostEnd(text: string, from: number, form: AddressForm): number {
  if (from >= text.length || !form.opens(text.charCodeAt(from))) return from;
  const most = Math.min(text.length, from + form.host[1]);
  let end = from + 1;
  while (end < most && form.isHost(text.charCodeAt(end))) end++;
  return end;
}

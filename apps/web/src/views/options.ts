/** A choice of a form. */
export interface Option {
  readonly value: string;
  readonly text: string;
}

/** The choices of a table of keys and words. */
export function optionsOf(table: Readonly<Record<string, string>>): Option[] {
  return Object.entries(table).map(([value, text]) => ({ value, text }));
}

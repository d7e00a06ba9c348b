import type { Prefill } from '#referrals';

/** What worksheets fill in, as it is given to a draft. */
export function givenInPrefills(prefills: readonly Prefill[]) {
  const of = (kind: string) =>
    prefills
      .filter(({ field }) => field.startsWith(`${kind}.`))
      .map(({ field, value }) => [field.slice(kind.length + 1), value] as const);
  return { inputs: Object.fromEntries(of('inputs')), facts: Object.fromEntries(of('facts')) };
}

/** The same by the names of the form's fields. */
export function valuesOf(prefills: readonly Prefill[]): Record<string, string> {
  return Object.fromEntries(prefills.map(({ field, value }) => [nameOf(field), value]));
}

/** Fields that say which worksheet filled them in. */
export function withSources<Field extends { name: string; hint: string | undefined }>(
  fields: readonly Field[],
  prefills: readonly Prefill[],
): Field[] {
  return fields.map((field) => {
    const from = prefills.find((prefill) => nameOf(prefill.field) === field.name);
    if (!from) return field;
    const source = `From the worksheet of “${from.title}”. Change it where it should read otherwise.`;
    return { ...field, hint: [field.hint, source].filter(Boolean).join('. ') };
  });
}

function nameOf(field: string): string {
  return field.replaceAll('.', '-');
}

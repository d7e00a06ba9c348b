/** Forms of one English verb. */
export interface VerbForms {
  readonly base: string;
  readonly present: string;
  readonly gerund: string;
  readonly past: readonly string[];
  readonly participle: readonly string[];
}

const VOWEL_Y = /[aeiou]y$/;
const SIBILANT = /(?:s|x|z|ch|sh|o)$/;

/**
 * Forms of a verb written `base`, `base+` (last consonant doubles) or `base:past:participle`
 * (alternatives joined by `/`).
 */
export function verbForms(entry: string): VerbForms {
  const [written = '', past, participle] = entry.split(':');
  const doubles = written.endsWith('+');
  const base = doubles ? written.slice(0, -1) : written;
  const stem = doubles ? base + base.at(-1) : base;
  const pasts = past ? past.split('/') : [regularPast(stem)];
  return {
    base,
    present: presentOf(base),
    gerund: gerundOf(stem),
    past: pasts,
    participle: participle ? participle.split('/') : pasts,
  };
}

function regularPast(stem: string): string {
  if (stem.endsWith('e')) return `${stem}d`;
  if (stem.endsWith('y') && !VOWEL_Y.test(stem)) return `${stem.slice(0, -1)}ied`;
  return `${stem}ed`;
}

function presentOf(base: string): string {
  if (base.endsWith('y') && !VOWEL_Y.test(base)) return `${base.slice(0, -1)}ies`;
  return SIBILANT.test(base) ? `${base}es` : `${base}s`;
}

function gerundOf(stem: string): string {
  if (stem.endsWith('ee')) return `${stem}ing`;
  return stem.endsWith('e') ? `${stem.slice(0, -1)}ing` : `${stem}ing`;
}

/** Plural of an English noun; irregular plurals belong in the lists themselves. */
export function pluralOf(noun: string): string {
  return presentOf(noun);
}

/** A word or the name of a class as a number: the model knows no other names. */
export type Sign = number;

const PRIME = 0x01000193;

/** 32-bit sign of a name. */
export function signOf(name: string, mark = ''): Sign {
  let hash = 0x811c9dc5;
  for (let at = 0; at < mark.length; at++) hash = Math.imul(hash ^ mark.charCodeAt(at), PRIME);
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), PRIME);
  return hash >>> 0;
}

const MULTIPLIER = 0x9e3779b1;

function mixed(hash: number, sign: Sign): number {
  const product = Math.imul(hash ^ sign, MULTIPLIER);
  return product ^ (product >>> 15);
}

/** Place of a feature in a table; `a` to `d` are what its template joins. */
export function placeOf(template: number, a: Sign, b: Sign, c: Sign, d: Sign): number {
  let hash = mixed(template + 1, a);
  hash = mixed(hash, b);
  if (c !== 0 || d !== 0) hash = mixed(mixed(hash, c), d);
  return Math.imul(hash, 0x85ebca6b) >>> 0;
}

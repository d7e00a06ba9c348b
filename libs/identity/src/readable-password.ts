import { randomInt } from 'node:crypto';

const SYLLABLES =
  'ba be bo da de do fa fe fo ga go ha he ho ka ke ko la le lo ma me mo na ne no pa pe po ra re ro sa se so ta te to va ve vo wa we'.split(
    ' ',
  );

/** A random password of twelve syllables in four words: about 63 bits, and can be typed on a phone. */
export function readablePassword(): string {
  const word = () =>
    Array.from({ length: 3 }, () => SYLLABLES[randomInt(SYLLABLES.length)]).join('');
  return Array.from({ length: 4 }, word).join('-');
}

import { isSpace } from './letters.js';

/** Texts up to this many UTF-16 units are read whatever they are made of. */
export const READ_ALWAYS = 20_000;

/** Fewest different words of a longer text: people who write as much use more than a thousand. */
export const FEWEST_DIFFERENT = 300;

/** Whether a text may have been written by a person: a long one that says few words over and over was not. */
export function mayBeProse(text: string): boolean {
  if (text.length <= READ_ALWAYS) return true;
  const different = new Set<string>();
  for (let at = 0; at < text.length && different.size < FEWEST_DIFFERENT; at++) {
    const from = at;
    while (at < text.length && !isSpace(text.charCodeAt(at))) at++;
    if (at > from) different.add(text.slice(from, at));
  }
  return different.size >= FEWEST_DIFFERENT;
}

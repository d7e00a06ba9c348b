import { placeOf, type Sign } from './signs.js';

const FIRST = 4096;
const MOST_KEPT = 65_536;

/** Features of one statement after another, in arrays that are used again: where in a table, and at which word. */
export class FeatureBuffer {
  places = new Uint32Array(FIRST);
  words = new Uint32Array(FIRST);
  length = 0;

  /** Empties it; what an enormous statement needed is given back. */
  clear(): void {
    this.length = 0;
    if (this.places.length <= MOST_KEPT) return;
    this.places = new Uint32Array(FIRST);
    this.words = new Uint32Array(FIRST);
  }

  /** Adds one feature; `template` and the signs that it joins make its place, `at` is its word. */
  add(template: number, at: number, a: Sign, b: Sign = 0, c: Sign = 0, d: Sign = 0): void {
    if (this.length === this.places.length) this.grow();
    this.places[this.length] = placeOf(template, a, b, c, d);
    this.words[this.length++] = at;
  }

  private grow(): void {
    const { places, words } = this;
    this.places = new Uint32Array(places.length * 2);
    this.words = new Uint32Array(words.length * 2);
    this.places.set(places);
    this.words.set(words);
  }
}

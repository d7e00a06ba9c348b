import { placeOf, type Sign } from './signs.js';

/** Features of one statement after another, in arrays that are used again: where in a table, and at which word. */
export class FeatureBuffer {
  places = new Uint32Array(4096);
  words = new Uint32Array(4096);
  length = 0;

  clear(): void {
    this.length = 0;
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

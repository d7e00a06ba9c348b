/** One page of a list: the rows, and where the next page starts. */
export interface Page<T> {
  items: T[];
  /** Opaque cursor of the next page; null on the last. */
  next: string | null;
}

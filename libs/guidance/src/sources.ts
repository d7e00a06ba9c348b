import { z } from 'zod';
import { Invalid, NotFound } from '#kernel';
import {
  type CitationEdition,
  type CitationEntry,
  completeEntry,
  type WrittenEntry,
} from './citation-entry.js';

/** A source in the edition that applied on the day asked about. */
export interface Citation extends CitationEdition {
  key: string;
  /** False where even the earliest edition known came into force later. */
  inForce: boolean;
}

const words = z.string().trim().min(1);
const edition = z.strictObject({
  title: words,
  body: words.optional(),
  paragraph: words.optional(),
  gist: words,
  status: z.enum(['seen', 'secondary', 'unverified', 'seed']),
  seenIn: words.optional(),
  checkedOn: z.iso.date(),
  inForceFrom: z.iso.date().optional(),
  note: words.optional(),
  correction: z
    .strictObject({
      note: words,
      sources: z.array(z.strictObject({ name: words, says: words, link: z.url().optional() })),
    })
    .optional(),
});
const entries = z
  .array(
    z.strictObject({
      key: z.string().regex(/^[A-Z][\w.-]*$/, 'a key such as A1.p17'),
      body: words,
      editions: z.array(edition).min(1).refine(areInOrder, 'editions stand in order of their days'),
    }),
  )
  .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, 'a key stands twice');

/** Sources of guidance, to be asked by key and day. */
export class Sources {
  private readonly entries: ReadonlyMap<string, CitationEntry>;

  private constructor(private readonly written: readonly WrittenEntry[]) {
    this.entries = new Map(written.map((entry) => [entry.key, completeEntry(entry)]));
  }

  /** Takes up sources from any file. @throws Invalid `sources-invalid` with what is wrong, entry by entry */
  static load(data: unknown): Sources {
    const read = entries.safeParse(data);
    if (read.success) return new Sources(read.data as unknown as readonly WrittenEntry[]);
    const faults = read.error.issues.map(({ path, message }) => ({
      field: path.join('.'),
      message,
    }));
    throw new Invalid('sources-invalid', 'The sources of guidance cannot be used.', faults);
  }

  /** These and more, as another profession brings them. @throws Invalid `sources-invalid` */
  with(data: readonly unknown[]): Sources {
    return Sources.load([...this.written, ...data]);
  }

  /** Every source with all its editions, in the order given. */
  list(): readonly CitationEntry[] {
    return [...this.entries.values()];
  }

  has(key: string): boolean {
    return this.entries.has(key);
  }

  /**
   * The source behind a key, in the edition in force on a day; the earliest edition where all came later.
   *
   * @param on civil date (ISO, `2024-01-30`) of the post or act that is judged.
   * @throws NotFound `citation-unknown`
   */
  resolve(key: string, on: string): Citation {
    const entry = this.entries.get(key);
    if (entry === undefined) throw new NotFound('citation-unknown', 'We know no such source.');
    const applied = entry.editions.findLast(
      ({ inForceFrom }) => inForceFrom === undefined || inForceFrom <= on,
    );
    return { key, ...(applied ?? entry.editions[0]), inForce: !!applied };
  }
}

function areInOrder(all: readonly { inForceFrom?: string | undefined }[]): boolean {
  const days = all.map(({ inForceFrom }) => inForceFrom ?? '');
  return days.every((day, index) => index === 0 || day > days[index - 1]!);
}

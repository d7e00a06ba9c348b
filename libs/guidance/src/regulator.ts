import { z } from 'zod';
import { type FieldFault, Invalid } from '#kernel';
import { SHIPPED_SOURCES } from './citation.js';
import { REGULATORS } from './data/regulators.js';
import { isJurisdiction, type Jurisdiction } from './jurisdiction.js';
import type { Sources } from './sources.js';

/** What is known of a regulator. `clocks` are ids of the table of deadlines. */
export interface RegulatorRecord {
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  readonly professions: readonly string[];
  readonly jurisdictions: readonly string[];
  /** What the number on the register is called. */
  readonly numberName: string;
  /** Regular expression of that number; null where its form is not known. */
  readonly numberPattern: string | null;
  /** Who hears cases, where that is a body of its own. */
  readonly tribunal: string | null;
  /** Whom an employer asks before a referral. */
  readonly liaison: string | null;
  /** Keys of citations. */
  readonly sources: readonly string[];
  readonly clocks: readonly string[];
  readonly link: string | null;
  /** `extension_point`: known by name, no sources or rules yet; cannot be chosen. */
  readonly status: 'in_use' | 'extension_point';
}

const record = z.strictObject({
  key: z.string().regex(/^[a-z][a-z_]*$/),
  name: z.string().min(1),
  shortName: z.string().min(1),
  professions: z.array(z.string().min(1)).min(1),
  jurisdictions: z.array(z.string().refine(isJurisdiction, 'no such jurisdiction')).min(1),
  numberName: z.string().min(1),
  numberPattern: z.string().refine(isPattern, 'no regular expression').nullable(),
  tribunal: z.string().min(1).nullable(),
  liaison: z.string().min(1).nullable(),
  sources: z.array(z.string()),
  clocks: z.array(z.string().min(1)),
  link: z.url().nullable(),
  status: z.enum(['in_use', 'extension_point']),
});

const records = z
  .array(
    record.refine(({ status, sources }) => status === 'extension_point' || sources.length > 0, {
      message: 'a regulator in use has at least one source',
    }),
  )
  .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, 'a key stands twice');

/** The regulators, to be asked by key or by place. */
export class Regulators {
  private constructor(private readonly all: readonly RegulatorRecord[]) {}

  /**
   * Takes up records from any file.
   *
   * @param known the sources that they may rest on; another profession brings its own.
   * @throws Invalid `regulators-invalid` with what is wrong, record by record
   */
  static load(data: unknown, known: Sources = SHIPPED_SOURCES): Regulators {
    const read = records.safeParse(data);
    const faults = read.success
      ? faultsOfSources(read.data, known)
      : read.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
    if (read.success && faults.length === 0) return new Regulators(read.data);
    throw new Invalid('regulators-invalid', 'The records of regulators cannot be used.', faults);
  }

  list(): readonly RegulatorRecord[] {
    return this.all;
  }

  find(key: string): RegulatorRecord | undefined {
    return this.all.find((one) => one.key === key);
  }

  /** Those that can be chosen in a place; of one profession where it is given. */
  selectable(place: Jurisdiction, profession?: string): readonly RegulatorRecord[] {
    return this.all.filter(
      ({ status, jurisdictions, professions }) =>
        status === 'in_use' &&
        jurisdictions.includes(place) &&
        (profession === undefined || professions.includes(profession)),
    );
  }

  /** Whether a text has the form of a number on the register; true where the form is not known. */
  isNumber(key: string, text: string): boolean {
    const pattern = this.find(key)?.numberPattern ?? null;
    return pattern === null || new RegExp(pattern, 'u').test(text.trim());
  }
}

function faultsOfSources(all: readonly RegulatorRecord[], known: Sources): FieldFault[] {
  return all.flatMap(({ key, sources }) =>
    sources
      .filter((source) => !known.has(source))
      .map((source) => ({ field: `${key}.sources`, message: `${source} is no source we know` })),
  );
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** The regulators that are shipped. */
export const SHIPPED_REGULATORS = Regulators.load(REGULATORS);

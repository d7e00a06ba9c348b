import { JURISDICTION_PACKS } from './data/jurisdiction-packs.js';
import type { Jurisdiction } from './jurisdiction.js';

/** A body of one place, and how far its details were checked. */
export interface PlaceBody {
  readonly name: string;
  readonly link: string | null;
}

/** What a place switches: bodies, complaint regime, clocks, courts, templates, forms, sources. */
export interface JurisdictionPack {
  readonly key: Jurisdiction;
  readonly name: string;
  /** Keys of the regulators of doctors, first the usual one. */
  readonly regulators: readonly [string, ...string[]];
  readonly bodies: {
    readonly ombudsman: PlaceBody;
    readonly dataProtection: PlaceBody;
    readonly safeguarding: PlaceBody;
    readonly patientAdvocacy: PlaceBody;
    readonly pressRegulator: PlaceBody;
    readonly coroner: PlaceBody;
  };
  readonly police: {
    readonly emergency: string;
    /** How to reach the police where nobody is in danger. */
    readonly nonEmergency: string;
  };
  readonly complaints: {
    readonly name: string;
    /** Key of the source. */
    readonly source: string;
    /** Ids of the clocks that a complaint may start. */
    readonly clocks: readonly string[];
    /** Id of the letter that acknowledges it. */
    readonly acknowledgement: string;
  };
  readonly breach: {
    readonly clock: string;
    /** Id of the notice to the authority. */
    readonly notice: string;
  };
  readonly courts: {
    /** How long there is to sue for defamation, in words. */
    readonly limitation: string;
    readonly seriousHarm: string;
    /** Id of the notice to the operator of a site; null where the law has none. */
    readonly operatorNotice: string | null;
  };
  /** Id of the public acknowledgement of a review. */
  readonly publicReply: string;
  /** Forms and returns of this place that others do not have. */
  readonly forms: readonly ('s5_notice' | 'ko41a' | 'dsa_complaint')[];
  /**
   * Sources that stand for others here, by key; null where the other has no counterpart and is not cited.
   * A key with a star stands for itself and all its paragraphs.
   */
  readonly sourceFor: Readonly<Record<string, string | null>>;
}

/** What a place switches. */
export function jurisdictionPack(place: Jurisdiction): JurisdictionPack {
  return JURISDICTION_PACKS[place];
}

/** All packs, in the order in which places are offered. */
export function listJurisdictionPacks(): readonly JurisdictionPack[] {
  return Object.values(JURISDICTION_PACKS);
}

/** The keys that are cited in a place instead of those given, each once. */
export function sourcesIn(place: Jurisdiction, keys: readonly string[]): string[] {
  const { sourceFor } = JURISDICTION_PACKS[place];
  return [...new Set(keys.flatMap((key) => sourceIn(sourceFor, key) ?? []))];
}

function sourceIn(sourceFor: JurisdictionPack['sourceFor'], key: string): string | null {
  const rule = [key, `${key.split('.')[0]}*`].find((one) => Object.hasOwn(sourceFor, one));
  return rule === undefined ? key : sourceFor[rule]!;
}

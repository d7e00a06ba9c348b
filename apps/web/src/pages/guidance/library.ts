import {
  type CitationEdition,
  type CitationEntry,
  type LinkCheck,
  listJurisdictionPacks,
  listSources,
  reviewState,
  type ReviewState,
  sourcesIn,
  warningOf,
} from '#guidance';
import type { RecheckIndex } from '#knowledge';
import type { TemplateCatalogue } from '#responses';
import { RULE_PACK } from '#triage';
import type { GuidanceQuery } from '../../api/guidance/guidance.dto.js';

/** An edition with how far it can be relied on today. */
export interface ListedEdition extends CitationEdition {
  readonly key: string;
  readonly state: ReviewState;
  /** What has to be said beside it; empty where it was read in its own words. */
  readonly warning: string;
  /** What asking for its link found; null where nobody asked. */
  readonly linkCheck: LinkCheck | null;
  /** Whether somebody should look for where the page went. */
  readonly isLinkBroken: boolean;
}

/** A source of the library, newest edition first, with what rests on it. */
export interface ListedSource {
  readonly key: string;
  readonly body: string;
  readonly editions: readonly ListedEdition[];
  readonly usedBy: {
    readonly rules: readonly string[];
    readonly templates: readonly string[];
    readonly deadlines: readonly string[];
  };
}

/** The sources that fit a search, each as it stands today. */
export function listLibrary(
  query: GuidanceQuery,
  rechecks: RecheckIndex,
  templates: TemplateCatalogue,
): ListedSource[] {
  return listSources()
    .filter((source) => fits(source, query))
    .map((source) => listed(source, rechecks, templates))
    .filter(({ editions }) => !query.status || editions[0]!.state.currency === query.status);
}

/** The bodies of the library, for a choice. */
export function bodiesOfLibrary(): string[] {
  return [...new Set(listSources().map(({ body }) => body))].sort((a, b) => a.localeCompare(b));
}

function fits({ key, body, editions }: CitationEntry, { q, body: wanted, place }: GuidanceQuery) {
  if (wanted && body !== wanted) return false;
  if (place && !isCitedIn(place, key)) return false;
  if (!q) return true;
  const words = [key, body, ...editions.flatMap((one) => [one.title, one.paragraph, one.gist])];
  return words.join(' ').toLowerCase().includes(q.toLowerCase());
}

/** Whether a place cites a source itself, and not another in its stead. */
function isCitedIn(place: NonNullable<GuidanceQuery['place']>, key: string): boolean {
  return sourcesIn(place, [key]).includes(key);
}

function listed(
  { key, body, editions }: CitationEntry,
  rechecks: RecheckIndex,
  templates: TemplateCatalogue,
): ListedSource {
  const shown = editions.toReversed().map((one) => {
    const state = reviewState(one, rechecks.today, rechecks.find({ key, edition: one.edition }));
    const linkCheck = rechecks.linkCheck(state) ?? null;
    const isLinkBroken = rechecks.hasBrokenLink(state);
    return { ...one, key, state, warning: warningOf(one, state), linkCheck, isLinkBroken };
  });
  return { key, body, editions: shown, usedBy: usesOf(key, templates) };
}

function usesOf(key: string, { templates }: TemplateCatalogue): ListedSource['usedBy'] {
  const keys = new Set([key, ...standsFor(key)]);
  const rules = RULE_PACK.rules.filter(({ cites }) => cites.some((cited) => keys.has(cited)));
  return {
    rules: rules.map(({ id }) => id),
    templates: templates.filter(({ sources }) => sources.includes(key)).map(({ id }) => id),
    deadlines: [...new Set(rules.flatMap(({ deadlines }) => deadlines))],
  };
}

/** Keys in whose stead a place cites this one. */
function standsFor(key: string): string[] {
  const all = listSources();
  return listJurisdictionPacks()
    .filter(({ sourceFor }) => Object.values(sourceFor).includes(key))
    .flatMap((pack) =>
      all.map((one) => one.key).filter((k) => sourcesIn(pack.key, [k])[0] === key),
    );
}

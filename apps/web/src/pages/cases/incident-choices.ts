import { type Case, DIRECTIONS, SETTINGS, SHARINGS, VISIBILITIES } from '#cases';
import { JURISDICTIONS, PLATFORM_NAMES } from '#guidance';
import { INCIDENT_KIND_LABELS } from '#triage';

/** Who posted, in words. */
export const DIRECTION_WORDS: Record<Case['direction'], string> = {
  about_doctor: 'Others posted about the doctor',
  by_doctor: 'The doctor posted',
  both: 'Both, such as a reply by the doctor',
};

/** Who can see the post, in words. */
export const VISIBILITY_WORDS: Record<Case['visibility'], string> = {
  public: 'Everybody',
  closed_group: 'A closed group',
  private_message: 'The people in a private message',
};

/** What the log page offers to choose from. */
export function incidentChoices() {
  return {
    directions: DIRECTIONS.map((value) => ({ value, text: DIRECTION_WORDS[value] })),
    visibilities: VISIBILITIES.map((value) => ({ value, text: VISIBILITY_WORDS[value] })),
    sharings: options(SHARINGS),
    kinds: options(INCIDENT_KIND_LABELS),
    platforms: options(PLATFORM_NAMES),
    jurisdictions: options(JURISDICTIONS),
    settings: options(SETTINGS),
  };
}

function options(table: Readonly<Record<string, string>>) {
  return Object.entries(table).map(([value, text]) => ({ value, text }));
}

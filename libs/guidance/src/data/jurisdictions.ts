/** The jurisdictions that are served, by key, with their names for people. */
export const JURISDICTIONS = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  northern_ireland: 'Northern Ireland',
  ireland: 'Ireland',
} as const;

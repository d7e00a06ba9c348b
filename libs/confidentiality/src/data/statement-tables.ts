/** A table of weights as it is stored. */
export interface StoredTable {
  readonly size: number;
  readonly scale: number;
  readonly bias: number;
  readonly packed: string;
}

export const THRESHOLDS = { blocks: 0, warns: 0 };
const EMPTY: StoredTable = { size: 2, scale: 0, bias: -1, packed: '' };
export const TABLES: Readonly<Record<string, StoredTable>> = Object.fromEntries(
  'whole part clinical_disclosure relationship_confirmation encounter_detail third_party echo_of_post quasi_identifier soft tone_war tone_admission tone_threat tone_accusation tone_sarcasm'
    .split(' ')
    .map((name) => [name, EMPTY]),
);

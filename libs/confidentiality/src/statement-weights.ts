import {
  SOFT_KINDS,
  STATEMENT_KINDS,
  type LinearModel,
  type SoftKind,
  type StatementKind,
  type StatementModel,
} from './statement-model.js';
import { TABLES, THRESHOLDS, type StoredTable } from './data/statement-tables.js';

/** Reads a table as the training wrote it: one signed byte a weight, in base64. */
function decodeTable({ scale, bias, packed }: StoredTable): LinearModel {
  return { weights: Int8Array.from(Buffer.from(packed, 'base64')), scale, bias };
}

const decoded = (name: string): LinearModel => {
  const table = TABLES[name];
  if (!table) throw new Error(`the statement model has no table ${name}`);
  return decodeTable(table);
};

/** The model that was trained last. */
export const STATEMENT_MODEL: StatementModel = {
  whole: decoded('whole'),
  part: decoded('part'),
  kinds: Object.fromEntries(
    [...STATEMENT_KINDS, ...SOFT_KINDS].map((kind) => [kind, decoded(kind)]),
  ) as Record<StatementKind | SoftKind, LinearModel>,
  ...THRESHOLDS,
};

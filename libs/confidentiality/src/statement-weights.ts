import {
  SOFT_KINDS,
  STATEMENT_KINDS,
  type LinearModel,
  type SoftKind,
  type StatementKind,
  type StatementModel,
} from './statement-model.js';
import { TABLES, THRESHOLDS, type StoredTable } from './data/statement-tables.js';

/** Reads a table as the training wrote it: a gap of zeros and a weight in turn, in base64. */
export function decodeTable({ size, scale, bias, packed }: StoredTable): LinearModel {
  const weights = new Int8Array(size);
  const bytes = Buffer.from(packed, 'base64');
  let at = 0;
  for (let index = 0; index < bytes.length; index += 2) {
    at += bytes[index]!;
    weights[at++] = bytes.readInt8(index + 1);
  }
  return { weights, scale, bias };
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

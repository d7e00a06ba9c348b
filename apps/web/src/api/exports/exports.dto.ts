import { z } from 'zod';
import { EXPORT_COLUMNS, type Export } from '#reporting';
import { pageQuery } from '../../http/field-schemas.js';

/** What a list of exports may be asked for. */
export const exportsQuery = z.strictObject({ ...pageQuery, limit: pageQuery.limit.default(20) });
export type ExportsQuery = z.output<typeof exportsQuery>;

/** An export as the API shows it. */
export function exportBody({ requestedBy: _requestedBy, ...made }: Export) {
  const file = made.state === 'ready' ? `/api/v1/exports/${made.id}/file` : null;
  return { ...made, columns: EXPORT_COLUMNS, file };
}

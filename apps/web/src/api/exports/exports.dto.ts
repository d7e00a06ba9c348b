import { z } from 'zod';
import { COLUMNS_OF, type Export, EXPORT_KINDS } from '#reporting';
import { choice, pageQuery } from '../../http/field-schemas.js';
import { periodBody } from '../reports/reports.dto.js';

/** What a list of exports may be asked for. */
export const exportsQuery = z.strictObject({ ...pageQuery, limit: pageQuery.limit.default(20) });
export type ExportsQuery = z.output<typeof exportsQuery>;

/** What a file is asked for by: its period, and what it is of. */
export const exportOrder = periodBody.extend({
  kind: choice('what the file is of', EXPORT_KINDS).default('cases'),
});
export type ExportOrder = z.output<typeof exportOrder>;

/** An export as the API shows it. */
export function exportBody({ requestedBy: _requestedBy, ...made }: Export) {
  const file = made.state === 'ready' ? `/api/v1/exports/${made.id}/file` : null;
  return { ...made, columns: COLUMNS_OF[made.kind], file };
}

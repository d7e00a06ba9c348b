import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { Export } from '#reporting';

/** The file of an export as a download; its name says what and when, and nothing of anybody. */
export function exportFile({ made, content }: { made: Export; content: Readable }): StreamableFile {
  const name = `parapet-${made.kind}-${made.period.from}-to-${made.period.until}.csv`;
  return new StreamableFile(content, {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}"`,
  });
}

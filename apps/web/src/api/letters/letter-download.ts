import { StreamableFile } from '@nestjs/common';
import { MEDIA_TYPES } from '#platform';
import type { LetterFile } from '#responses';

/** A released letter as a download. */
export function letterDownload({ name, format, content }: LetterFile): StreamableFile {
  return new StreamableFile(content, {
    type: MEDIA_TYPES[format],
    length: content.length,
    disposition: `attachment; filename="${name}"`,
  });
}

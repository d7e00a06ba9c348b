import { StreamableFile } from '@nestjs/common';
import { FILE_ENDINGS, type SentFileWithContent } from '#evidence';
import { DomainError } from '#kernel';

const OF_A_REQUEST =
  'The content is no longer what was sent, or cannot be read. Tell your administrator.';
const OF_A_CASE = 'This file cannot be opened any more. Your adviser can tell you why.';

/** What a doctor sent as a download; its name says which request, and nothing of anybody. @throws DomainError (gone) */
export function sentFile(
  reference: string,
  { file, content }: SentFileWithContent,
): StreamableFile {
  if (!content) {
    const words = file.caseId ? OF_A_CASE : OF_A_REQUEST;
    throw new DomainError('gone', 'file-broken', words);
  }
  const name = `${reference}-${file.id.slice(-8)}.${FILE_ENDINGS[file.mediaType]}`;
  return new StreamableFile(content, {
    type: file.mediaType,
    length: content.length,
    disposition: `attachment; filename="${name}"`,
  });
}

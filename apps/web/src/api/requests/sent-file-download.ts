import { StreamableFile } from '@nestjs/common';
import { FILE_ENDINGS, type SentFile } from '#evidence';
import { DomainError } from '#kernel';

/** What a doctor sent as a download; its name says which request, and nothing of anybody. @throws DomainError (gone) */
export function sentFile(
  reference: string,
  { file, content }: { file: SentFile; content: Buffer | undefined },
): StreamableFile {
  if (!content) {
    throw new DomainError(
      'gone',
      'file-broken',
      'The content is no longer what was sent, or cannot be read. Tell your administrator.',
    );
  }
  const name = `${reference}-${file.id.slice(-8)}.${FILE_ENDINGS[file.mediaType]}`;
  return new StreamableFile(content, {
    type: file.mediaType,
    length: content.length,
    disposition: `attachment; filename="${name}"`,
  });
}

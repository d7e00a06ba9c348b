import { StreamableFile } from '@nestjs/common';
import { FILE_ENDINGS, nameOf, type OpenedEvidence, shownCopy } from '#evidence';
import { DomainError } from '#kernel';

/** Content of strangers is inert wherever it is opened. */
export const INERT = "default-src 'none'; sandbox";

/** The original as a download; its name says which case and item, and nothing of anybody. @throws DomainError (gone) */
export function originalFile(reference: string, { item, content }: OpenedEvidence): StreamableFile {
  if (!content) throw contentGone(item.destroyed !== null);
  const name = `${reference}-${nameOf(item)}.${FILE_ENDINGS[item.mediaType]}`;
  return new StreamableFile(content, {
    type: item.mediaType,
    length: content.length,
    disposition: `attachment; filename="${name}"`,
  });
}

/** The copy of a picture that pages show. @throws DomainError (gone) */
export function pictureFile({ item, content }: OpenedEvidence): StreamableFile {
  const copy = content && shownCopy(content, item.mediaType);
  if (!copy) throw contentGone(item.destroyed !== null);
  return new StreamableFile(copy, {
    type: item.mediaType,
    length: copy.length,
    disposition: 'inline',
  });
}

function contentGone(isDestroyed: boolean): DomainError {
  return isDestroyed
    ? new DomainError('gone', 'evidence-destroyed', 'The content of this item was destroyed.')
    : new DomainError(
        'gone',
        'evidence-broken',
        'The content is no longer what was sealed, or cannot be shown. Tell your administrator.',
      );
}

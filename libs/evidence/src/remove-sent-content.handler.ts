import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import type { JobContext, JobHandler } from '#platform';
import { sentContentLeft } from './evidence.jobs.js';
import { SentFileContents } from './sent-file-contents.js';
import { SentFileRepository } from './sent-file.repository.js';

/** Takes the content of a sent file from the disk that is not needed any more; done again it does nothing. */
@Injectable()
export class RemoveSentContent implements JobHandler<{ sentFileId: Id }> {
  readonly job = sentContentLeft;
  readonly transaction = 'one';

  constructor(
    private readonly sent: SentFileRepository,
    private readonly contents: SentFileContents,
  ) {}

  async handle({ sentFileId }: { sentFileId: Id }, { organisationId }: JobContext): Promise<void> {
    if (await this.sent.isUntaken(organisationId, sentFileId)) return;
    await this.contents.remove({ id: sentFileId });
  }
}

import { Injectable } from '@nestjs/common';
import { fileSent, SentFilesTaking } from '#evidence';
import { AcceptedRequests, requestAccepted } from '#intake';
import type { Id } from '#kernel';
import type { JobContext, JobHandler } from '#platform';

/** What intake and evidence do together: files that a doctor sent become evidence of the case of their request. */
@Injectable()
abstract class TakeFiles {
  readonly transaction = 'one';

  constructor(
    private readonly requests: AcceptedRequests,
    private readonly taking: SentFilesTaking,
  ) {}

  async handle({ requestId }: { requestId: Id }, { organisationId }: JobContext): Promise<void> {
    const caseId = await this.requests.caseOf(organisationId, requestId);
    if (caseId) await this.taking.take(organisationId, { requestId, caseId });
  }
}

/** Takes all that was sent with a request, once it is a case. */
@Injectable()
export class TakeFilesOfAccepted extends TakeFiles implements JobHandler<{ requestId: Id }> {
  readonly job = requestAccepted;
}

/** Takes a file that was sent with a request that is a case already; before that it waits for the acceptance. */
@Injectable()
export class TakeSentFile extends TakeFiles implements JobHandler<{ requestId: Id }> {
  readonly job = fileSent;
}

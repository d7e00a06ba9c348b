import { Injectable, type StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '#identity';
import { RequestFollowingService } from '#intake';
import { NotFound } from '#kernel';
import type { DocumentFormat } from '#platform';
import { LettersService } from '#responses';
import { idParams, referenceParams } from '../../http/field-schemas.js';
import { letterDownload } from './letter-download.js';

/** Address of a letter beneath the request of its doctor. */
export const ownLetterParams = referenceParams.extend(idParams.shape);
export type OwnLetterParams = z.output<typeof ownLetterParams>;

/** A doctor's letters as files, by the request that the case came from. */
@Injectable()
export class OwnLetters {
  constructor(
    private readonly following: RequestFollowingService,
    private readonly letters: LettersService,
  ) {}

  /** @throws NotFound `request-not-found`, `letter-not-found` */
  async file(
    actor: Actor,
    { reference, id }: OwnLetterParams,
    format: DocumentFormat,
  ): Promise<StreamableFile> {
    const { request } = await this.following.get(actor, reference);
    const { caseId } = request;
    if (!caseId) throw new NotFound('letter-not-found', 'We could not find that letter.');
    return letterDownload(await this.letters.takeOwn(actor, { caseId, releaseId: id }, format));
  }
}

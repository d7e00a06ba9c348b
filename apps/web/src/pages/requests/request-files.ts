import { Injectable } from '@nestjs/common';
import {
  type CapturedFile,
  OwnSentFiles,
  type SentFile,
  SentFiles,
  type SentFileWithContent,
  type SentWords,
} from '#evidence';
import type { Actor } from '#identity';
import {
  type DoctorRequest,
  type ReceivedRequest,
  RequestDecidingService,
  RequestFollowingService,
} from '#intake';
import type { Id } from '#kernel';

/** What doctors send with their requests: whose request it is says intake, what becomes of the files says evidence. */
@Injectable()
export class RequestFiles {
  constructor(
    private readonly following: RequestFollowingService,
    private readonly deciding: RequestDecidingService,
    private readonly files: SentFiles,
    private readonly own: OwnSentFiles,
  ) {}

  /**
   * Keeps a file of the doctor's own request.
   *
   * @throws NotFound `request-not-found`; Conflict `request-over`, `too-many-files`; Invalid `evidence-wrong`
   */
  async keep(
    actor: Actor,
    reference: string,
    file: CapturedFile,
    words: SentWords,
  ): Promise<SentFile> {
    const request = await this.following.getToAddTo(actor, reference);
    const { id, state } = request;
    const about = { id, jurisdiction: jurisdictionOf(request), isSent: state !== 'begun' };
    return this.files.keep(actor, about, file, words);
  }

  /** The doctor's own request with its files. @throws NotFound `request-not-found` */
  async listOwn(
    actor: Actor,
    reference: string,
  ): Promise<{ request: DoctorRequest; files: SentFile[] }> {
    const { request } = await this.following.get(actor, reference);
    return { request, files: await this.files.list(actor, request.id) };
  }

  /** One of the doctor's own files. @throws NotFound `request-not-found`, `file-not-found` */
  async getOwn(
    actor: Actor,
    reference: string,
    id: Id,
  ): Promise<{ request: DoctorRequest; file: SentFile }> {
    const { request } = await this.following.get(actor, reference);
    return { request, file: await this.own.get(actor, request.id, id) };
  }

  /** One of the doctor's own files with its content. @throws NotFound `request-not-found`, `file-not-found` */
  async openOwn(actor: Actor, reference: string, id: Id): Promise<SentFileWithContent> {
    const { request } = await this.following.get(actor, reference);
    return this.own.open(actor, request.id, id);
  }

  /**
   * Takes one of the doctor's own files back for good.
   *
   * @throws NotFound `request-not-found`, `file-not-found`; Conflict `file-is-evidence`
   */
  async takeBack(actor: Actor, reference: string, id: Id): Promise<void> {
    const { request } = await this.following.get(actor, reference);
    await this.own.takeBack(actor, request.id, id);
  }

  /** A request that was sent, as advisers read it, with its files. @throws NotFound `request-not-found` */
  async listReceived(
    actor: Actor,
    reference: string,
  ): Promise<{ received: ReceivedRequest; files: SentFile[] }> {
    const received = await this.deciding.get(actor, reference);
    return { received, files: await this.files.list(actor, received.request.id) };
  }

  /** One of them with its content, for advisers. @throws NotFound `request-not-found`, `file-not-found` */
  async open(actor: Actor, reference: string, id: Id): Promise<SentFileWithContent> {
    const { request } = await this.deciding.get(actor, reference);
    return this.files.open(actor, request.id, id);
  }

  /** Takes away what was attached to the request that the doctor writes, which is begun anew. */
  async discardBegun(actor: Actor): Promise<void> {
    const begun = await this.following.findBegun(actor);
    if (begun) await this.files.discard(actor, begun.id);
  }
}

/** By whose clock the doctor tells times. */
export function jurisdictionOf({ answers }: DoctorRequest): string {
  return answers.jurisdiction ?? 'england';
}

import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '#identity';
import { firstOpenStep, RequestFollowingService, SelfHelpService } from '#intake';
import { Acceptances, LettersService, LettersToDoctor } from '#responses';
import { type SelfHelpBody, selfHelpBody } from '../../api/requests/requests.dto.js';
import { Action } from '../../http/action.js';
import { type ListQuery, listQuery, referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor, TypedBefore } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { RequestFiles } from './request-files.js';
import { myRequestsView, statusView } from './my-requests.view.js';
import { ownWordsViews } from './own-words.view.js';

/** A doctor's own requests, and how each one goes. */
@Controller('my/requests')
export class MyRequestsPages {
  constructor(
    private readonly following: RequestFollowingService,
    private readonly letters: LettersToDoctor,
    private readonly letterFiles: LettersService,
    private readonly selfHelp: SelfHelpService,
    private readonly files: RequestFiles,
    private readonly acceptances: Acceptances,
  ) {}

  @Get()
  @Action({ permission: 'request:send' })
  @View('my/requests')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<PageView> {
    const begun = await this.following.findBegun(actor);
    return myRequestsView(await this.following.list(actor, query), begun);
  }

  /** How one request goes; one that is not sent yet goes on at its first open question. */
  @Get(':reference')
  @Action({ permission: 'request:send' })
  @View('my/request')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
    @TypedBefore() typed: Readonly<Record<string, unknown>>,
  ): Promise<PageView | SeeOther> {
    const followed = await this.following.get(actor, reference);
    if (followed.request.state === 'begun') {
      return seeOther(`/requests/new/${firstOpenStep(followed.request.answers) ?? 'check'}`);
    }
    const { caseId } = followed.request;
    const letters = caseId ? await this.letters.list(actor, caseId) : [];
    const words = caseId ? await this.acceptances.listOwn(actor, caseId) : [];
    const pdf = letters.length > 0 && (await this.letterFiles.canMakePdf());
    const { files } = await this.files.listOwn(actor, reference);
    return statusView(followed, {
      letters,
      words: ownWordsViews(reference, words, typed),
      files,
      pdf,
    });
  }

  @Post(':reference/self-help')
  @Action({ permission: 'request:send', audit: 'request.self-help-done' })
  @FormOf('/my/requests/:reference')
  async tick(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
    @Body({ schema: selfHelpBody }) { step }: SelfHelpBody,
  ): Promise<SeeOther> {
    await this.selfHelp.tick(actor, reference, step);
    return seeOther(`/my/requests/${reference}`, 'It is kept that you have done it.');
  }
}

import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '#identity';
import {
  firstOpenStep,
  hasActed,
  isComplete,
  REQUEST_STEPS,
  type RequestAnswers,
  RequestFollowingService,
  RequestSendingService,
  type RequestStep,
} from '#intake';
import { stepForm } from '../../api/requests/requests.dto.js';
import { Action } from '../../http/action.js';
import { referenceParams, tick } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { checked } from '../../http/validation.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { RequestFiles } from './request-files.js';
import {
  checkView,
  notSafeView,
  questionView,
  sentView,
  stopView,
  threatView,
} from './questions.view.js';

const stepParams = z.object({ step: z.enum(REQUEST_STEPS) });
type StepParams = z.output<typeof stepParams>;

const sendForm = z.strictObject({
  reference: z.string().max(40),
  declaration: tick.refine((given) => given, 'Confirm that what you send is right'),
});

/** A doctor's request, one question a page; every answer is kept as it is given. */
@Controller('requests/new')
export class QuestionPages {
  constructor(
    private readonly sending: RequestSendingService,
    private readonly following: RequestFollowingService,
    private readonly files: RequestFiles,
  ) {}

  @Get('check')
  @Action({ permission: 'request:send' })
  @View('requests/check')
  async check(@CurrentActor() actor: Actor): Promise<PageView | SeeOther> {
    const request = await this.sending.findBegun(actor);
    if (!request) return seeOther('/my/requests');
    const { answers, reference } = request;
    if (!isComplete(answers)) return seeOther(nextOf(answers));
    const { files } = await this.files.listOwn(actor, reference);
    return checkView({ reference, answers }, files);
  }

  @Post('check')
  @Action({ permission: 'request:send', audit: 'request.sent' })
  @FormOf('/requests/new/check')
  async send(
    @CurrentActor() actor: Actor,
    @Body({ schema: sendForm }) { reference }: z.output<typeof sendForm>,
  ): Promise<SeeOther> {
    const begun = await this.sending.findBegun(actor);
    if (begun?.reference === reference && !isComplete(begun.answers)) {
      return seeOther(nextOf(begun.answers));
    }
    const sent = await this.sending.send(actor, reference);
    return seeOther(`/requests/new/sent/${sent.reference}`);
  }

  @Get('sent/:reference')
  @Action({ permission: 'request:send' })
  @View('requests/sent')
  async sent(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
  ): Promise<PageView | SeeOther> {
    const { request } = await this.following.get(actor, reference);
    return request.state === 'begun' ? seeOther('/requests/new/check') : sentView(request);
  }

  /** After a threat: whom to tell besides us. */
  @Get('threat')
  @Action({ permission: 'request:send' })
  @View('requests/pause')
  async threat(@CurrentActor() actor: Actor): Promise<PageView> {
    return threatView(await this.next(actor));
  }

  /** After "I do not feel safe": help for the doctor comes before everything else. */
  @Get('not-safe')
  @Action({ permission: 'request:send' })
  @View('requests/pause')
  async notSafe(@CurrentActor() actor: Actor): Promise<PageView> {
    return notSafeView(await this.next(actor));
  }

  /** After a reply: please stop here. */
  @Get('please-stop')
  @Action({ permission: 'request:send' })
  @View('requests/pause')
  async stop(@CurrentActor() actor: Actor): Promise<PageView> {
    return stopView(await this.next(actor));
  }

  @Post('start-again')
  @Action({ permission: 'request:send', audit: 'request.cleared' })
  async startAgain(@CurrentActor() actor: Actor): Promise<SeeOther> {
    await this.files.discardBegun(actor);
    await this.sending.startAgain(actor);
    return seeOther('/requests/new/what-happened', 'Your earlier answers are cleared.');
  }

  @Get(':step')
  @Action({ permission: 'request:send' })
  @View('requests/question')
  async ask(
    @CurrentActor() actor: Actor,
    @Param({ schema: stepParams }) { step }: StepParams,
  ): Promise<PageView> {
    const request = await this.sending.findBegun(actor);
    return questionView(step, request?.answers ?? {}, await this.sending.today(actor));
  }

  @Post(':step')
  @Action({ permission: 'request:send', audit: 'request.answered' })
  @FormOf('/requests/new/:step')
  async answer(
    @CurrentActor() actor: Actor,
    @Param({ schema: stepParams }) { step }: StepParams,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const form = checked(stepForm(step, await this.sending.today(actor)), body ?? {});
    const { answers } = await this.sending.answer(actor, step, form);
    return seeOther(pauseOf(step, answers) ?? nextOf(answers));
  }

  private async next(actor: Actor): Promise<string> {
    return nextOf((await this.sending.findBegun(actor))?.answers ?? {});
  }
}

/** The page of the first open question, or the page that shows all answers. */
function nextOf(answers: Partial<RequestAnswers>): string {
  return `/requests/new/${firstOpenStep(answers) ?? 'check'}`;
}

/** Where an answer calls for a word before the next question. */
function pauseOf(step: RequestStep, answers: Partial<RequestAnswers>): string | undefined {
  if (step === 'what-happened' && answers.whatHappened === 'threat') return '/requests/new/threat';
  if (step === 'how-are-you' && answers.wellbeing === 'unsafe') return '/requests/new/not-safe';
  if (step === 'replied' && hasActed(answers.replied)) return '/requests/new/please-stop';
  return undefined;
}

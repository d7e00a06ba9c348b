import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { Action } from '../../http/action.js';
import { keyOf, list, requiredText, tick } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import { NotKept } from '../../http/not-kept.js';
import type { PageView } from '../../http/page-renderer.js';
import { View } from '../../http/view.interceptor.js';
import { checkedView, formView, QUESTIONS } from './check-a-post.view.js';

const postForm = z.strictObject({
  text: requiredText('what you want to post', 5_000),
  doubts: list(keyOf('what is true of it', QUESTIONS), 6),
  /** Whether the patient has agreed in writing to this very text. */
  consent: tick,
});

/** For a doctor who is about to publish something: the guard and six questions, without signing in. Nothing is kept. */
@Controller('check-a-post')
export class CheckAPostPages {
  @Get()
  @Action({ permission: 'public' })
  @View('check-a-post')
  form(): PageView {
    return formView();
  }

  @Post()
  @HttpCode(200)
  @RouteConfig({ rateLimit: { max: 30, timeWindow: '1 minute' } })
  @NotKept()
  @Action({ permission: 'public' })
  @FormOf('/check-a-post')
  @View('check-a-post')
  check(
    @Body({ schema: postForm }) { text, doubts, consent }: z.output<typeof postForm>,
  ): PageView {
    return checkedView(text, doubts, consent);
  }
}

import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CaseReadingService } from '#cases';
import { EvidenceKeeping, EvidenceReading, nameOf } from '#evidence';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import type { CaseParams } from '../../api/casework/casework.dto.js';
import {
  type FileBody,
  fileBody,
  type WordsBody,
  wordsBody,
} from '../../api/evidence/evidence.dto.js';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { TakesFile } from '../../http/upload.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { captureView } from './capture.view.js';
import { placeWarning } from './evidence-words.js';
import { evidenceOf, evidenceView } from './evidence.view.js';

/** The evidence of a case: the list, and keeping more. */
@Controller('cases/:reference/evidence')
export class EvidencePages {
  constructor(
    private readonly cases: CaseReadingService,
    private readonly reading: EvidenceReading,
    private readonly keeping: EvidenceKeeping,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action({ permission: 'case:read' })
  @View('cases/evidence/list')
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<PageView> {
    const overview = await this.cases.overview(actor, reference);
    return evidenceView(overview, await this.reading.list(actor, reference), actor);
  }

  @Get('new/file')
  @Action({ permission: 'case:write' })
  @View('cases/evidence/new-file')
  newFile(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<PageView> {
    return this.form(actor, reference, 'file');
  }

  @Post('new/file')
  @TakesFile()
  @Action({ permission: 'case:write', audit: 'evidence.kept' })
  @FormOf('/cases/:reference/evidence/new/file')
  async keepFile(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: fileBody }) { file, ...words }: FileBody,
  ): Promise<SeeOther> {
    const item = await this.keeping.keepFile(actor, reference, file, words);
    const said = `${nameOf(item)} is kept and sealed.`;
    return seeOther(`${evidenceOf(reference)}/${item.id}`, said, placeWarning(item.tells));
  }

  @Get('new/words')
  @Action({ permission: 'case:write' })
  @View('cases/evidence/new-words')
  newWords(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<PageView> {
    return this.form(actor, reference, 'words');
  }

  @Post('new/words')
  @Action({ permission: 'case:write', audit: 'evidence.kept' })
  @FormOf('/cases/:reference/evidence/new/words')
  async keepWords(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: wordsBody }) { text, ...words }: WordsBody,
  ): Promise<SeeOther> {
    const item = await this.keeping.keepWords(actor, reference, text, words);
    return seeOther(`${evidenceOf(reference)}/${item.id}`, `${nameOf(item)} is kept and sealed.`);
  }

  private async form(actor: Actor, reference: string, what: 'file' | 'words'): Promise<PageView> {
    const overview = await this.cases.overview(actor, reference);
    const items = await this.reading.list(actor, reference);
    return captureView(overview, what, { items, actor, now: this.clock.now() });
  }
}

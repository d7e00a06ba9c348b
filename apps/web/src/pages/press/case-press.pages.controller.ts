import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type CaseOverview, CaseReadingService, isPressCase } from '#cases';
import { type Actor, can } from '#identity';
import { GuidanceReviews } from '#knowledge';
import { EnquiriesService, SafeSummaryService } from '#responses';
import type { CaseParams } from '../../api/casework/casework.dto.js';
import { type SummaryBody, summaryBody } from '../../api/press/press.dto.js';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor, TypedBefore } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { caseBarOf } from '../cases/cases.view.js';
import { markedFindings } from '../drafts/findings.view.js';
import { enquiriesTable } from './enquiry.view.js';
import { summaryWords } from './press.view.js';

/** What the adviser tells the press office of a case, and what journalists asked. */
@Controller('cases/:reference/press')
export class CasePressPages {
  constructor(
    private readonly reading: CaseReadingService,
    private readonly summaries: SafeSummaryService,
    private readonly enquiries: EnquiriesService,
    private readonly reviews: GuidanceReviews,
  ) {}

  @Get()
  @Action({ permission: 'case:read' })
  @View('cases/press')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @TypedBefore() typed: Readonly<Record<string, unknown>>,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    const base = `/cases/${reference}/press`;
    return {
      page: { title: 'Press' },
      caseBar: caseBarOf(overview.found, base, overview),
      base,
      ...standingOf(overview, actor),
      ...(await this.summaryModel(actor, reference)),
      marked: await this.refused(actor, reference, typed['text']),
      enquiries: enquiriesTable(await this.enquiries.list(actor, reference), `${base}/enquiries`),
    };
  }

  @Post('summary')
  @Action({ permission: 'case:write', audit: 'press.summary-written' })
  @FormOf('/cases/:reference/press')
  async write(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: summaryBody }) body: SummaryBody,
  ): Promise<SeeOther> {
    await this.summaries.write(actor, reference, body);
    return seeOther(`/cases/${reference}/press`, 'The press office can read the summary now.');
  }

  private async summaryModel(actor: Actor, reference: string) {
    const versions = await this.summaries.list(actor, reference);
    const [latest] = versions;
    const said = versions.map((one) => ({ text: one.text, said: summaryWords(one) }));
    return {
      summary: said[0],
      earlier: said.slice(1),
      version: latest?.version ?? 0,
      values: { text: latest?.text ?? '' },
      /** What was no secret when it was written may be one since. */
      stale: latest && (await this.refused(actor, reference, latest.text)),
    };
  }

  /** What the check says of words that it lets nobody send to the press office. */
  private async refused(actor: Actor, reference: string, text: unknown) {
    if (typeof text !== 'string' || text === '' || !can(actor, 'case:write')) return undefined;
    const report = await this.summaries.tryText(actor, reference, text);
    if (report.verdict !== 'block') return undefined;
    return markedFindings(text, report.findings, await this.reviews.rechecks(actor));
  }
}

function standingOf({ found }: CaseOverview, actor: Actor) {
  const canWrite = found.state === 'open' && can(actor, 'case:write');
  return {
    isForPress: isPressCase(found),
    canWrite,
    triageHref: `/cases/${found.reference}/triage`,
    draftsHref: `/cases/${found.reference}/drafts`,
  };
}

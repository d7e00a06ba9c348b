import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, can } from '#identity';
import { Clock } from '#kernel';
import { type OfferedDecision, WaitingDraftsService } from '#responses';
import { Action } from '../../http/action.js';
import { type ListQuery, listQuery } from '../../http/field-schemas.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { View } from '../../http/view.interceptor.js';
import { formatDateTime } from '../../views/filters.js';
import { listPages } from '../../views/list-pages.js';
import { dueCell } from '../cases/cases.view.js';
import { AUDIENCE_WORDS, mayDecideWords, progressWords, RISK_TAGS } from './draft-words.js';

/** What waits for a second person. */
@Controller('approvals')
export class ApprovalsPages {
  constructor(
    private readonly drafts: WaitingDraftsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action({
    permission: [
      'draft:approve-low',
      'draft:approve-high',
      'draft:approve-press',
      'worksheet:sign-legal',
    ],
  })
  @View('drafts/approvals')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<PageView> {
    const { items, next } = await this.drafts.listWaiting(actor, query);
    const columns = ['Draft', 'Risk', 'Case', 'Read by', 'Author', 'Due', 'Waiting since', 'You'];
    const now = this.clock.now();
    return {
      page: { title: 'Approvals' },
      table: {
        caption: 'Drafts that wait for approval, high risk first, then what is due soonest',
        captionHidden: true,
        columns: columns.map((text) => ({ text })),
        rows: items.map((draft) => ({ cells: waitingCells(draft, now) })),
      },
      pages: listPages('/approvals', next),
      waiversHref: can(actor, 'draft:approve-high') ? '/waivers' : undefined,
    };
  }
}

/** The press office decides on a page of its own, without the case. */
function approvalHref({ reference, id, caseTitle }: OfferedDecision): string {
  return caseTitle === null
    ? `/press/${reference}/statements/${id}/approval`
    : `/cases/${reference}/drafts/${id}/approval`;
}

function waitingCells(draft: OfferedDecision, now: Date) {
  return [
    { text: draft.title, href: approvalHref(draft) },
    { tag: RISK_TAGS[draft.risk] },
    { text: draft.reference, note: draft.caseTitle ?? undefined, urgent: draft.isUrgent },
    { text: AUDIENCE_WORDS[draft.audience] },
    { text: draft.authorName },
    dueCell(draft, now),
    { text: formatDateTime(draft.submittedAt) },
    {
      text: mayDecideWords(draft.mayDecide, draft.onBehalfOf),
      note: progressWords(draft, draft.hasSecondApprover),
    },
  ];
}

import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { type WaitingWorksheet, WaitingWorksheets } from '#referrals';
import { SIGNERS } from '../../api/worksheets/worksheets.dto.js';
import { Action } from '../../http/action.js';
import { type ListQuery, listQuery } from '../../http/field-schemas.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { View } from '../../http/view.interceptor.js';
import { formatDateTime } from '../../views/filters.js';
import { listPages } from '../../views/list-pages.js';
import { dueCell } from '../cases/cases.view.js';

/** The worksheets that wait for a person's signature. */
@Controller('signatures')
export class SignaturesPages {
  constructor(
    private readonly waiting: WaitingWorksheets,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action({ permission: SIGNERS })
  @View('signatures')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<PageView> {
    const { items, next } = await this.waiting.listToSign(actor, query);
    const now = this.clock.now();
    return {
      page: { title: 'Waiting for your signature' },
      table: {
        caption: 'Worksheets that wait for your signature, the case due first first',
        captionHidden: true,
        columns: ['Case due', 'Worksheet', 'Case', 'Waiting since', 'Prepared by'].map((text) => ({
          text,
        })),
        rows: items.map((waiting) => ({ cells: waitingCells(waiting, now) })),
      },
      pages: listPages('/signatures', next),
    };
  }
}

function waitingCells(waiting: WaitingWorksheet, now: Date) {
  const { kind, reference, isUrgent, preparedBy } = waiting;
  return [
    dueCell(waiting, now),
    { text: kind.title, href: `/cases/${reference}/worksheets/${kind.id}/sign-off` },
    { text: reference, urgent: isUrgent },
    { text: formatDateTime(waiting.waitingSince) },
    { text: preparedBy.join(', ') },
  ];
}

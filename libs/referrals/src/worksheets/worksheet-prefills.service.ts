import { Injectable } from '@nestjs/common';
import { CaseReadingService } from '#cases';
import { type Actor, scopeOfActor } from '#identity';
import { Transactions } from '#platform';
import { WORKSHEET_KINDS } from './data/index.js';
import { type Prefill, prefillsOf } from './prefill.js';
import { WorksheetRepository } from './worksheet.repository.js';

/** Finds what the worksheets of a case already say, so that a draft does not ask for it again. */
@Injectable()
export class WorksheetPrefills {
  constructor(
    private readonly tx: Transactions,
    private readonly cases: CaseReadingService,
    private readonly worksheets: WorksheetRepository,
  ) {}

  /**
   * What fills in a draft from a template. Of a worksheet that is privileged nothing goes into a text.
   *
   * @throws Forbidden; NotFound `case-not-found`
   */
  list(actor: Actor, reference: string, template: string): Promise<Prefill[]> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.cases.get(actor, reference);
      const kinds = WORKSHEET_KINDS.filter(({ fills = [] }) =>
        fills.some(({ templates }) => templates.includes(template)),
      );
      if (kinds.length === 0) return [];
      const opened = await this.worksheets.listOpenAnswers(found);
      return kinds.flatMap((kind) => {
        const worksheet = opened.find((one) => one.kind === kind.id && !one.isPrivileged);
        return worksheet ? prefillsOf(kind, worksheet.answers, template) : [];
      });
    });
  }
}

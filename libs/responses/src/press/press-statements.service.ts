import { Injectable } from '@nestjs/common';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { type Id, NotFound } from '#kernel';
import { Transactions } from '#platform';
import { DraftReadingService, mayDecide } from '../draft-reading.service.js';
import { DraftRecords } from '../draft-records.js';
import { type DraftRow, DraftRepository } from '../draft.repository.js';
import { isPressStatement } from '../draft-sides.js';
import type { ResponseTemplate } from '../response-template.js';
import { TemplatesInForce } from '../template-versions/templates-in-force.js';
import { PressCaseAccess } from './press-case-access.js';
import { type PressStatement, statementOf } from './press-statement.js';

/** Press statements and the templates for them, for the press office. */
@Injectable()
export class PressStatementsService {
  constructor(
    private readonly tx: Transactions,
    private readonly access: PressCaseAccess,
    private readonly drafts: DraftRepository,
    private readonly records: DraftRecords,
    private readonly reading: DraftReadingService,
    private readonly templates: TemplatesInForce,
  ) {}

  /** The templates that are made for the press in the nation of a case. @throws NotFound `case-not-found` */
  offer(actor: Actor, reference: string): Promise<ResponseTemplate[]> {
    requirePermission(actor, 'case:read-press');
    return this.tx.run(scopeOfActor(actor), async () => {
      const { jurisdiction } = await this.access.getPress(actor, reference);
      const { templates } = await this.templates.of(actor.organisationId);
      return templates.filter(
        (template) =>
          isPressStatement(template) &&
          template.jurisdictions.some((nation) => nation === jurisdiction),
      );
    });
  }

  /** The statements of a press case, the newest first. @throws NotFound `case-not-found` */
  list(actor: Actor, reference: string): Promise<DraftRow[]> {
    requirePermission(actor, 'case:read-press');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.access.getPress(actor, reference);
      return this.drafts.listPressOfCase(found.organisationId, found.id);
    });
  }

  /** @throws NotFound `draft-not-found`, for drafts of other kinds and of other cases too */
  get(actor: Actor, id: Id): Promise<PressStatement> {
    requirePermission(actor, 'case:read-press');
    return this.tx.run(scopeOfActor(actor), async () => {
      const file = await this.reading.getForPress(actor, id);
      if (!isPressStatement(file.draft)) throw new NotFound('draft-not-found');
      const checks = await this.records.checkTwice(actor, file);
      const may = mayDecide(actor, file.draft, file);
      return statementOf(file, { checks, mayDecide: may, reader: actor });
    });
  }
}

/** A statement under the address of its case. @throws NotFound `draft-not-found` under another one's. */
export function statementOfCase(
  statement: PressStatement,
  { reference }: { reference: string },
): PressStatement {
  if (statement.reference !== reference) throw new NotFound('draft-not-found');
  return statement;
}

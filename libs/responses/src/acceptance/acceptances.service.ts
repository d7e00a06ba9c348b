import { Injectable } from '@nestjs/common';
import { dayIn } from '#deadlines';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { type CaseId, Clock, type Id, NotFound, type OrganisationId } from '#kernel';
import { OutboxRepository, Transactions } from '#platform';
import { DraftRecords, type OpenedDraft } from '../draft-records.js';
import type { Draft } from '../draft.js';
import { acceptanceAnswered } from '../responses.jobs.js';
import {
  type Acceptance,
  acceptWords,
  askForOtherWords,
  assertAgreedOn,
  assertMayRecord,
  type OwnAnswer,
  type OwnWords,
  type RecordedAnswer,
} from './acceptance.js';
import {
  AcceptanceRepository,
  type Answered,
  type ToldAcceptance,
} from './acceptance.repository.js';

/** What a doctor says of the exact words that would go out in their own name. */
@Injectable()
export class Acceptances {
  constructor(
    private readonly tx: Transactions,
    private readonly records: DraftRecords,
    private readonly acceptances: AcceptanceRepository,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
  ) {}

  /** Newest first; none of a case that is about another doctor, and none while it is walled off. */
  listOwn(actor: Actor, caseId: CaseId): Promise<OwnWords[]> {
    requirePermission(actor, 'request:send');
    return this.tx.run(scopeOfActor(actor), () =>
      this.acceptances.listOwn(actor.organisationId, { caseId, doctorId: actor.personId }),
    );
  }

  /**
   * Keeps that the doctor agrees, or gives the words back with what the doctor wants changed.
   *
   * @throws NotFound `words-not-found`; Conflict `case-closed`; and as `acceptWords` and `askForOtherWords`
   */
  answer(actor: Actor, asked: { caseId: CaseId; id: Id }, given: OwnAnswer): Promise<void> {
    requirePermission(actor, 'request:send');
    return this.tx.run(scopeOfActor(actor), async () => {
      const acceptance = await this.acceptances.find(actor.organisationId, asked.caseId, asked.id);
      const opened = acceptance && (await this.records.findOfDoctor(actor, acceptance.draftId));
      if (!acceptance || !opened) throw wordsNotFound();
      const now = this.clock.now();
      const isAgreed = given.answer === 'agree';
      const after = isAgreed
        ? acceptWords(opened.draft, given.textHash, now)
        : askForOtherWords(opened.draft, given, now);
      await this.keep(actor, opened, {
        acceptance,
        after,
        answered: {
          ...by(actor, now),
          answer: isAgreed ? 'agreed' : 'change',
          way: 'own-page',
          agreedOn: null,
          proof: null,
          comment: isAgreed ? null : given.comment,
        },
      });
    });
  }

  /**
   * Records that a doctor agreed who has no page of their own: how, on which day, and by what that can be seen.
   *
   * @throws NotFound `draft-not-found`; Conflict `case-closed`, `doctor-answers-here`; Invalid `agreed-on-wrong`; and
   *   as `acceptWords`
   */
  record(actor: Actor, draftId: Id, recorded: RecordedAnswer): Promise<void> {
    requirePermission(actor, 'draft:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const opened = await this.records.get(actor, draftId, 'to-change');
      assertMayRecord(await this.acceptances.answersHere(opened.found));
      const now = this.clock.now();
      const after = acceptWords(opened.draft, recorded.textHash, now);
      const acceptance = await this.acceptances.findOfDraft(opened.draft);
      if (!acceptance) throw wordsNotFound();
      const { jurisdiction } = opened.found;
      const { way, agreedOn, proof } = recorded;
      assertAgreedOn(agreedOn, dayIn(acceptance.askedAt, jurisdiction), dayIn(now, jurisdiction));
      const told = { answer: 'agreed', way, agreedOn, proof, comment: null } as const;
      await this.keep(actor, opened, {
        acceptance,
        after,
        answered: { ...by(actor, now), ...told },
      });
    });
  }

  /** Whom to tell of what a doctor is asked or has answered. Runs inside the unit of work of its caller. */
  findTold(organisationId: OrganisationId, id: Id): Promise<ToldAcceptance | undefined> {
    return this.acceptances.findTold(organisationId, id);
  }

  private async keep(
    actor: Actor,
    opened: OpenedDraft,
    { acceptance, after, answered }: { acceptance: Acceptance; after: Draft; answered: Answered },
  ): Promise<void> {
    const { organisationId } = opened.draft;
    await this.acceptances.answer(organisationId, acceptance.id, answered);
    const action = answered.answer === 'agreed' ? 'draft.words-agreed' : 'draft.words-returned';
    const detail = { acceptanceId: acceptance.id, way: answered.way };
    await this.records.keep(actor, opened, { after, action, detail });
    if (answered.way !== 'own-page') return;
    await this.outbox.add(organisationId, acceptanceAnswered, { acceptanceId: acceptance.id });
  }
}

function by({ personId }: Actor, now: Date) {
  return { answeredBy: personId, answeredAt: now };
}

function wordsNotFound(): NotFound {
  return new NotFound('words-not-found', 'We could not find these words.');
}

import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Case, StatedClocks } from '#cases';
import { writeInstant } from '#deadlines';
import { type Actor, requireAnyPermission, scopeOfActor } from '#identity';
import { Clock, type Id, isId, newId, NotFound } from '#kernel';
import { Transactions } from '#platform';
import {
  assertAnswered,
  assertTimes,
  type Enquiry,
  EnquiryEnded,
  type EnquiryRow,
  type EnquiryWords,
  firstDue,
} from './enquiry.js';
import { EnquiryRepository } from './enquiry.repository.js';
import { momentIn } from './told-moment.js';
import { PressCaseAccess } from './press-case-access.js';

const WRITERS = ['case:write', 'press:write'] as const;

/** An enquiry as a person logs it. Times are ISO instants, or `YYYY-MM-DDTHH:MM` by the clock of the case's nation. */
export interface LoggedEnquiry extends EnquiryWords {
  readonly outlet: string;
  readonly receivedAt: string;
  /** A date alone means the end of that day; empty when the journalist did not say. */
  readonly deadlineAt: string;
}

/**
 * The log of what journalists ask about a case, and what they were told. The first deadline among the open enquiries
 * is the media deadline of the case.
 */
@Injectable()
export class EnquiriesService {
  constructor(
    private readonly tx: Transactions,
    private readonly access: PressCaseAccess,
    private readonly enquiries: EnquiryRepository,
    private readonly clocks: StatedClocks,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The enquiries of a case, newest first. @throws NotFound `case-not-found` */
  list(actor: Actor, reference: string): Promise<EnquiryRow[]> {
    return this.tx.run(scopeOfActor(actor), async () =>
      this.enquiries.list(await this.access.get(actor, reference)),
    );
  }

  /**
   * Opens one enquiry with who asked and what, and records the reading.
   *
   * @throws NotFound `case-not-found`, `enquiry-not-found`
   */
  get(actor: Actor, reference: string, id: Id): Promise<Enquiry> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.access.get(actor, reference);
      const enquiry = await this.find(found, id);
      await this.record(actor, 'press.enquiry-viewed', found, id);
      return enquiry;
    });
  }

  /**
   * Logs an enquiry; its deadline starts the media deadline of the case, or sets it where it is the first.
   *
   * @throws NotFound `case-not-found`; Conflict `case-closed`; Invalid `enquiry-times-wrong`; TellsOfCase
   */
  log(actor: Actor, reference: string, told: LoggedEnquiry): Promise<{ id: Id }> {
    requireAnyPermission(actor, WRITERS);
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.access.getOpen(actor, reference);
      const now = this.clock.now();
      const receivedAt = momentIn(found, told, 'receivedAt')!;
      const deadlineAt = momentIn(found, told, 'deadlineAt');
      assertTimes({ receivedAt, deadlineAt }, now);
      await this.access.requireFitForPress(actor, found, { field: 'asked', text: told.asked });
      const made = { ...told, id: newId(), receivedAt, deadlineAt };
      await this.enquiries.insert(found, { ...made, loggedBy: actor.personId, loggedAt: now });
      await this.record(actor, 'press.enquiry-logged', found, made.id);
      await this.follow(actor, found, 'answered');
      return { id: made.id };
    });
  }

  /**
   * Records what the journalist was told and when.
   *
   * @throws NotFound `enquiry-not-found`; EnquiryEnded; Conflict `case-closed`, `enquiry-changed`; Invalid
   *   `enquiry-times-wrong`; TellsOfCase
   */
  answer(
    actor: Actor,
    reference: string,
    told: { id: Id; answer: string; answeredAt: string },
  ): Promise<void> {
    const { id, answer } = told;
    return this.end(actor, reference, { id, text: answer, state: 'answered' }, (found, enquiry) => {
      const answeredAt = momentIn(found, told, 'answeredAt')!;
      assertAnswered(answeredAt, enquiry, this.clock.now());
      return answeredAt;
    });
  }

  /** Closes an enquiry that gets no answer. @throws as {@link answer} */
  close(actor: Actor, reference: string, told: { id: Id; reason: string }): Promise<void> {
    const { id, reason } = told;
    return this.end(actor, reference, { id, text: reason, state: 'closed' }, () => null);
  }

  private end(
    actor: Actor,
    reference: string,
    { id, text, state }: { id: Id; text: string; state: 'answered' | 'closed' },
    answeredAt: (found: Case, enquiry: EnquiryRow) => Date | null,
  ): Promise<void> {
    requireAnyPermission(actor, WRITERS);
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.access.getOpen(actor, reference);
      const enquiry = await this.find(found, id);
      if (enquiry.state !== 'open') throw new EnquiryEnded();
      const at = answeredAt(found, enquiry);
      const field = state === 'answered' ? 'answer' : 'reason';
      await this.access.requireFitForPress(actor, found, { field, text });
      const by = { endedBy: actor.personId, endedAt: this.clock.now() };
      await this.enquiries.end(found, enquiry, { state, text, answeredAt: at, ...by });
      await this.record(actor, `press.enquiry-${state}`, found, id);
      await this.follow(actor, found, state);
    });
  }

  /** Keeps the media deadline of the case in step with the open enquiries. @param ended how the last one ended */
  private async follow(actor: Actor, found: Case, ended: 'answered' | 'closed'): Promise<void> {
    const due = firstDue(await this.enquiries.list(found));
    if (due) {
      const start = writeInstant(due.receivedAt);
      return this.clocks.set(actor, found, 'media_deadline', {
        start,
        stated: writeInstant(due.deadlineAt),
      });
    }
    const open = (await this.enquiries.list(found)).some(({ state }) => state === 'open');
    if (open) return;
    const reason = 'The enquiry was closed without an answer.';
    await this.clocks.end(
      actor,
      found,
      'media_deadline',
      ended === 'answered' ? { state: 'met' } : { state: 'withdrawn', reason },
    );
  }

  private async find(found: Case, id: Id): Promise<Enquiry> {
    const enquiry = isId(id) ? await this.enquiries.find(found, id) : undefined;
    if (!enquiry) throw new NotFound('enquiry-not-found', 'We could not find that enquiry.');
    return enquiry;
  }

  private record(actor: Actor, action: string, { id }: Case, enquiry: Id): Promise<void> {
    return this.trail.record(actor, action, { type: 'case', id }, { enquiry });
  }
}

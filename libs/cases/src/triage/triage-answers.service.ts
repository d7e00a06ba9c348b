import { Injectable } from '@nestjs/common';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, type FieldFault, Invalid } from '#kernel';
import { Transactions } from '#platform';
import {
  assessUrgency,
  contradictions,
  type Facts,
  type LoadedPack,
  readFacts,
  RULE_PACK,
} from '#triage';
import type { Case, Incident } from '../case.js';
import { CaseReadingService } from '../case-reading.service.js';
import { CaseChanges } from './case-changes.js';
import { CaseClocks } from './case-clocks.service.js';
import { AGE_OF_POST, answersBeside, knownFacts, ownChanges } from './known-facts.js';
import { requireOpen } from './open-case.js';
import { answersChanged, TriageRepository } from './triage.repository.js';
import type { CaseAnswers } from './triage.js';

/** Answers as a person gives them. A fact left out stays as it was. */
export interface GivenAnswers {
  readonly facts: Readonly<Record<string, unknown>>;
  /** Facts answered "not sure". */
  readonly unsure: readonly string[];
  /** Version of the answers that the person saw; left out, theirs are laid over whatever is there. */
  readonly version?: number | undefined;
}

/** A case with everything that triage knows of it. */
export interface TriagedCase {
  readonly found: Case;
  readonly answers: CaseAnswers;
  /** What the case says of itself, and the answers besides. */
  readonly facts: Facts;
  /** The rules in force for its organisation. */
  readonly pack: LoadedPack;
}

/** Answers the questions of triage. An answer about what the case itself holds puts the case right. */
@Injectable()
export class TriageAnswersService {
  constructor(
    private readonly tx: Transactions,
    private readonly reading: CaseReadingService,
    private readonly triage: TriageRepository,
    private readonly clocks: CaseClocks,
    private readonly changes: CaseChanges,
    private readonly clock: Clock,
  ) {}

  /** What is known of a case and what was answered. @throws NotFound `case-not-found` */
  read(actor: Actor, reference: string): Promise<TriagedCase> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.get(actor, reference);
      const { answers, pack } = await this.triage.answersAndRules(found.organisationId, found.id);
      const facts = knownFacts(found, answers.facts, this.clock.now());
      return { found, answers, facts, pack };
    });
  }

  /**
   * Lays answers over those that are there.
   *
   * @throws Invalid `facts-invalid`, `facts-contradict` with the fields to ask again
   * @throws Conflict `answers-changed`, `case-closed`
   */
  answer(actor: Actor, reference: string, given: GivenAnswers): Promise<TriagedCase> {
    return this.change(actor, reference, given, ({ facts, unsure }) => ({
      facts: { ...omit(facts, given.unsure), ...(given.facts as Facts) },
      unsure: [
        ...unsure.filter(
          (name) => !Object.hasOwn(given.facts, name) && !given.unsure.includes(name),
        ),
        ...given.unsure,
      ],
    }));
  }

  /** Puts answers in the place of those that are there. Throws as {@link answer}. */
  replace(actor: Actor, reference: string, given: GivenAnswers): Promise<TriagedCase> {
    return this.change(actor, reference, given, () => ({
      facts: given.facts as Facts,
      unsure: given.unsure,
    }));
  }

  private change(
    actor: Actor,
    reference: string,
    given: GivenAnswers,
    next: (before: CaseAnswers) => Pick<CaseAnswers, 'facts' | 'unsure'>,
  ): Promise<TriagedCase> {
    requirePermission(actor, 'case:write');
    refuseUnreadable(given);
    return this.tx.run(scopeOfActor(actor), async () => {
      const { found, answers, pack } = await this.read(actor, reference);
      requireOpen(found);
      if (given.version !== undefined && given.version !== answers.version) throw answersChanged();
      const told = next(answers);
      const own = ownChanges(found, given.facts as Facts);
      const facts = knownFacts({ ...found, ...own }, told.facts, this.clock.now());
      refuseOtherAge(facts, given.facts);
      refuseContradictions(facts, [...Object.keys(given.facts), ...given.unsure]);
      const saved = await this.triage.saveAnswers(found.organisationId, found.id, {
        facts: answersBeside(found, told.facts),
        unsure: told.unsure,
        version: answers.version,
      });
      await this.changes.tell(actor, found, 'triage.answered', {
        facts: Object.keys(given.facts),
        unsure: [...given.unsure],
      });
      const right = await this.putRight(actor, found, own);
      const after = await this.markUrgent(right, { facts, unsure: saved.unsure, pack });
      await this.clocks.recompute(actor, after, found);
      return { found: after, answers: saved, facts, pack };
    });
  }

  private async putRight(actor: Actor, found: Case, own: Partial<Incident>): Promise<Case> {
    const fields = Object.keys(own);
    if (fields.length === 0) return found;
    const right = await this.changes.update(found, own);
    await this.changes.tell(actor, found, 'case.edited', { fields });
    return right;
  }

  /** Somebody in danger must not wait in the list until the advice has been adopted. */
  private async markUrgent(
    found: Case,
    { facts, unsure, pack }: Pick<CaseAnswers, 'facts' | 'unsure'> & { pack: LoadedPack },
  ): Promise<Case> {
    const { level } = assessUrgency(facts, unsure, pack);
    if (found.isUrgent || (level !== 'now' && level !== 'two-hours')) return found;
    return this.changes.update(found, { isUrgent: true });
  }
}

function refuseUnreadable({ facts, unsure }: GivenAnswers): void {
  const reading = readFacts(facts);
  const names = new Set(RULE_PACK.facts.map(({ name }) => name));
  const faults: FieldFault[] = [
    ...(reading.ok ? [] : reading.faults),
    ...unsure
      .filter((name) => !names.has(name) || Object.hasOwn(facts, name))
      .map((field) => ({ field, message: 'Answer this, or say that you are not sure.' })),
  ];
  if (faults.length === 0) return;
  throw new Invalid('facts-invalid', 'Some of the answers cannot be read.', faults);
}

/** The age of a post is that of the day on the case: another one is put right there. */
function refuseOtherAge(facts: Facts, told: GivenAnswers['facts']): void {
  const age = told[AGE_OF_POST];
  if (age === undefined || age === facts[AGE_OF_POST]) return;
  const message = 'The case says when it was posted. Change the day there.';
  throw new Invalid('facts-contradict', message, [{ field: AGE_OF_POST, message }]);
}

/** Only what was answered now is asked again: an older contradiction elsewhere must not hold up this page. */
function refuseContradictions(facts: Facts, answered: readonly string[]): void {
  const faults = contradictions(facts);
  const messages = new Set(
    faults.filter(({ field }) => answered.includes(field)).map(({ message }) => message),
  );
  const now = faults.filter(({ message }) => messages.has(message));
  if (now.length === 0) return;
  throw new Invalid('facts-contradict', 'Some of the answers cannot all be right.', now);
}

function omit(facts: Facts, names: readonly string[]): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name)));
}

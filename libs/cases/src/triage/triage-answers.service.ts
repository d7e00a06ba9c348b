import { Injectable } from '@nestjs/common';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, Conflict, type FieldFault, Invalid } from '#kernel';
import { Transactions } from '#platform';
import { contradictions, type Facts, type LoadedPack, readFacts, RULE_PACK } from '#triage';
import type { Case } from '../case.js';
import { CaseReadingService } from '../case-reading.service.js';
import { CaseChanges } from './case-changes.js';
import { CaseUpkeep } from './case-upkeep.service.js';
import { AGE_OF_POST, answersBeside, knownFacts, ownChanges } from './known-facts.js';
import { requireOpen } from './open-case.js';
import { type KnownAnswers, replacedBy } from './replaced-answers.js';
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

/** Answers as they are to be; `replaced` null where there is to be no way back to those before. */
type NextAnswers = Pick<CaseAnswers, 'facts' | 'unsure'> & { readonly replaced?: null };

/** Answers the questions of triage. An answer about what the case itself holds puts the case right. */
@Injectable()
export class TriageAnswersService {
  constructor(
    private readonly tx: Transactions,
    private readonly reading: CaseReadingService,
    private readonly triage: TriageRepository,
    private readonly upkeep: CaseUpkeep,
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
   * What would be known if these answers were given; keeps nothing.
   *
   * @throws NotFound `case-not-found`; Invalid `facts-invalid`
   */
  async suppose(actor: Actor, reference: string, given: GivenAnswers): Promise<TriagedCase> {
    refuseUnreadable(given);
    const { found, answers, pack } = await this.read(actor, reference);
    const told = layOver(given)(answers);
    const own = ownChanges(found, given.facts as Facts);
    const facts = knownFacts({ ...found, ...own }, told.facts, this.clock.now());
    return { found, answers: { ...answers, unsure: told.unsure }, facts, pack };
  }

  /**
   * Lays answers over those that are there.
   *
   * @throws Invalid `facts-invalid`, `facts-contradict` with the fields to ask again
   * @throws Conflict `answers-changed`, `case-closed`
   */
  answer(actor: Actor, reference: string, given: GivenAnswers): Promise<TriagedCase> {
    return this.change(actor, reference, given, layOver(given));
  }

  /** Puts answers in the place of those that are there. Throws as {@link answer}. */
  replace(actor: Actor, reference: string, given: GivenAnswers): Promise<TriagedCase> {
    return this.change(actor, reference, given, () => ({
      facts: given.facts as Facts,
      unsure: given.unsure,
    }));
  }

  /**
   * Puts the answers back that the last change replaced, so that those which it left without effect count again.
   *
   * @throws Conflict `nothing-replaced`; else as {@link answer}
   */
  putBack(actor: Actor, reference: string): Promise<TriagedCase> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const { answers } = await this.read(actor, reference);
      if (answers.replaced === null) {
        throw new Conflict(
          'nothing-replaced',
          'There is nothing to put back: the answers have changed again since.',
        );
      }
      const { facts, unsure } = answers.replaced;
      const given = { facts, unsure, version: answers.version };
      const lay = layOver(given);
      return this.change(actor, reference, given, (now) => ({ ...lay(now), replaced: null }));
    });
  }

  private change(
    actor: Actor,
    reference: string,
    given: GivenAnswers,
    next: (before: CaseAnswers) => NextAnswers,
  ): Promise<TriagedCase> {
    requirePermission(actor, 'case:write');
    refuseUnreadable(given);
    return this.tx.run(scopeOfActor(actor), async () => {
      const before = await this.read(actor, reference);
      const { found, answers, pack } = before;
      requireOpen(found);
      if (given.version !== undefined && given.version !== answers.version) throw answersChanged();
      const told = next(answers);
      const own = ownChanges(found, given.facts as Facts);
      const facts = knownFacts({ ...found, ...own }, told.facts, this.clock.now());
      refuseOtherAge(facts, given.facts);
      const { unsure } = told;
      refuseContradictions({ facts, unsure }, [...Object.keys(given.facts), ...given.unsure]);
      const saved = await this.triage.saveAnswers(found.organisationId, found.id, {
        facts: answersBeside(found, told.facts),
        unsure,
        version: answers.version,
        replaced: told.replaced === null ? null : replacedOf(before, { facts, unsure }),
      });
      await this.changes.tell(actor, found, 'triage.answered', {
        facts: Object.keys(given.facts),
        unsure: [...given.unsure],
      });
      const after = await this.upkeep.afterAnswers(actor, found, { own, facts, unsure, pack });
      return { found: after, answers: saved, facts, pack };
    });
  }
}

function layOver(given: GivenAnswers): (before: CaseAnswers) => NextAnswers {
  const isAnswered = (name: string) =>
    Object.hasOwn(given.facts, name) || given.unsure.includes(name);
  return ({ facts, unsure }) => ({
    facts: { ...omit(facts, given.unsure), ...(given.facts as Facts) },
    unsure: [...unsure.filter((name) => !isAnswered(name)), ...given.unsure],
  });
}

function replacedOf({ facts, answers, pack }: TriagedCase, after: KnownAnswers) {
  return replacedBy({ facts, unsure: answers.unsure }, after, answers.replaced, pack);
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
function refuseContradictions(told: KnownAnswers, answered: readonly string[]): void {
  const faults = contradictions(told.facts, told.unsure);
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

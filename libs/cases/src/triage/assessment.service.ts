import { Injectable } from '@nestjs/common';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, type Id, Invalid, newId, NotFound } from '#kernel';
import { Transactions } from '#platform';
import { contradictions } from '#triage';
import { explainedAdviceOn } from './advice.js';
import type { CaseDeadlineEntry } from './case-deadline.js';
import { CaseDeadlineRepository } from './case-deadline.repository.js';
import { CaseChanges } from './case-changes.js';
import { dateOfPost } from './known-facts.js';
import { requireOpen } from './open-case.js';
import { mustAskOpen } from './walk-through.js';
import { TriageAnswersService, type TriagedCase } from './triage-answers.service.js';
import { TriageRepository } from './triage.repository.js';
import type { Assessment, DecisionEntry } from './triage.js';

/** A case with the newest advice and decision on it, and its clocks. */
export interface CaseAdvice extends TriagedCase {
  readonly assessment: Assessment | undefined;
  readonly decision: DecisionEntry | undefined;
  /** Its clocks, those that run first. */
  readonly deadlines: readonly CaseDeadlineEntry[];
}

/** Gets advice on cases from the rules, and keeps it. */
@Injectable()
export class AssessmentService {
  constructor(
    private readonly tx: Transactions,
    private readonly answers: TriageAnswersService,
    private readonly triage: TriageRepository,
    private readonly deadlines: CaseDeadlineRepository,
    private readonly changes: CaseChanges,
    private readonly clock: Clock,
  ) {}

  /** The newest advice and decision, and the clocks. @throws NotFound `case-not-found` */
  read(actor: Actor, reference: string): Promise<CaseAdvice> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const known = await this.answers.read(actor, reference);
      const { organisationId, id } = known.found;
      const [assessment] = await this.triage.listAssessments(organisationId, id, 1);
      const [decision] = await this.triage.listDecisions(organisationId, id, 1);
      const deadlines = await this.deadlines.list(organisationId, id);
      return { ...known, assessment, decision, deadlines };
    });
  }

  /** All advice that was given on a case, newest first. @throws NotFound `case-not-found` */
  list(actor: Actor, reference: string): Promise<Assessment[]> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const { found } = await this.answers.read(actor, reference);
      return this.triage.listAssessments(found.organisationId, found.id);
    });
  }

  /** One advice on a case. @throws NotFound `case-not-found`, `assessment-not-found` */
  get(actor: Actor, reference: string, id: Id): Promise<Assessment> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const { found } = await this.answers.read(actor, reference);
      const asked = await this.triage.findAssessment(found.organisationId, found.id, id);
      if (!asked) throw new NotFound('assessment-not-found', 'We could not find that advice.');
      return asked;
    });
  }

  /**
   * Assesses a case by what is known of it, and keeps the advice.
   *
   * @throws NotFound `case-not-found`
   * @throws Conflict `case-closed`
   * @throws Invalid `facts-contradict`
   */
  assess(actor: Actor, reference: string): Promise<Assessment> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const known = await this.answers.read(actor, reference);
      requireOpen(known.found);
      const faults = contradictions(known.facts, known.answers.unsure);
      if (faults.length > 0) {
        throw new Invalid('facts-contradict', faults[0]!.message, faults);
      }
      const assessment = this.newAssessment(actor, known);
      await this.triage.addAssessment(assessment);
      await this.changes.tell(actor, known.found, 'triage.assessed', {
        assessmentId: assessment.id,
        packVersion: assessment.packVersion,
        primary: assessment.recommendation.primary,
      });
      await this.moveOn(known);
      return assessment;
    });
  }

  private newAssessment(actor: Actor, { found, facts, answers, pack }: TriagedCase): Assessment {
    const assessedFor = dateOfPost(found, this.clock.now());
    return {
      id: newId(),
      organisationId: found.organisationId,
      caseId: found.id,
      facts,
      unsure: answers.unsure,
      packVersion: pack.version,
      assessedFor,
      recommendation: explainedAdviceOn(facts, answers.unsure, assessedFor, pack),
      assessedBy: actor.personId,
      assessedAt: this.clock.now(),
    };
  }

  private async moveOn({ found, facts, answers, pack }: TriagedCase): Promise<void> {
    if (found.nextStep !== 'triage' || mustAskOpen(facts, answers.unsure, pack).length > 0) return;
    await this.changes.update(found, { nextStep: 'decide' });
  }
}

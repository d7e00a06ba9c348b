import { Injectable } from '@nestjs/common';
import { Clock, type CaseId, type Id, type OrganisationId } from '#kernel';
import { compareOnOpenCases, RulePackComparison } from '#knowledge';
import { type JobContext, type JobHandler, scopeOf, Transactions } from '#platform';
import { assess, type LoadedPack, type Recommendation } from '#triage';
import { dateOfPost, knownFacts } from './known-facts.js';
import { type MovedCase, MovedCaseRepository } from './moved-case.repository.js';

/** Cases that are looked at in one unit of work. */
const BATCH = 500;

interface Task {
  readonly organisationId: OrganisationId;
  readonly rulePackId: Id;
  readonly before: LoadedPack;
  readonly after: LoadedPack;
}

type OpenCase = Awaited<ReturnType<MovedCaseRepository['nextOpen']>>[number];

/**
 * Tries proposed rules on each open case on which advice was given. It may be done twice, and two may do it at
 * once: each batch says anew what became of its cases.
 */
@Injectable()
export class CompareOnOpenCases implements JobHandler<{ rulePackId: Id }> {
  readonly job = compareOnOpenCases;
  readonly transaction = 'own';

  constructor(
    private readonly tx: Transactions,
    private readonly comparison: RulePackComparison,
    private readonly cases: MovedCaseRepository,
    private readonly clock: Clock,
  ) {}

  async handle({ rulePackId }: { rulePackId: Id }, { organisationId }: JobContext): Promise<void> {
    const packs = await this.comparison.begin(organisationId, rulePackId);
    if (!packs) return;
    const task = { organisationId, rulePackId, ...packs };
    const toCompare = await this.tx.run(scopeOf(organisationId), () =>
      this.cases.countOpen(organisationId),
    );
    let compared = 0;
    for (let last: CaseId | null = null; ;) {
      const batch: OpenCase[] = await this.next(task, last);
      compared += batch.filter(({ found }) => !found.isWalled).length;
      last = batch.at(-1)?.found.id ?? last;
      const comparedAt = batch.length < BATCH ? this.clock.now() : null;
      await this.comparison.note(organisationId, rulePackId, { compared, toCompare, comparedAt });
      if (comparedAt) return;
    }
  }

  private next(task: Task, last: CaseId | null): Promise<OpenCase[]> {
    const { organisationId, rulePackId } = task;
    return this.tx.run(scopeOf(organisationId), async () => {
      const batch = await this.cases.nextOpen(organisationId, last, BATCH);
      const now = this.clock.now();
      await this.cases.replace(organisationId, rulePackId, {
        looked: batch.map(({ found }) => found.id),
        moved: batch.flatMap((open) => movedCase(open, task, now) ?? []),
      });
      return batch;
    });
  }
}

function movedCase(
  { found, answered }: OpenCase,
  { before, after }: Pick<Task, 'before' | 'after'>,
  now: Date,
): MovedCase | undefined {
  const facts = knownFacts(found, answered, now);
  const on = dateOfPost(found, now);
  const [old, fresh] = [assess(facts, on, before), assess(facts, on, after)];
  if (outcome(old) === outcome(fresh)) return undefined;
  return { caseId: found.id, from: old.primary, to: fresh.primary };
}

/** What a case is told, whatever the order of what stands beside the primary route. */
function outcome({ primary, also, never, deadlines }: Recommendation): string {
  return JSON.stringify([primary, ...[also, never, deadlines].map((ids) => [...ids].sort())]);
}

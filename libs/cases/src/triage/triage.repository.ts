import { Injectable } from '@nestjs/common';
import { type CaseId, Conflict, type Id, type OrganisationId } from '#kernel';
import { RulePackInForce } from '#knowledge';
import { Transactions } from '#platform';
import type { LoadedPack } from '#triage';
import { AssessmentEntity } from './assessment.entity.js';
import { DecisionEntity } from './decision.entity.js';
import type { Assessment, CaseAnswers, Decision, DecisionEntry } from './triage.js';

const NO_ANSWERS: CaseAnswers = { facts: {}, unsure: [], version: 0, replaced: null };

interface AnswersAndRules extends Omit<CaseAnswers, 'version'> {
  readonly version: number | null;
  readonly rulesId: Id | null;
  readonly rulesNumber: number;
}

const DECISION = `d.id, d.organisation_id as "organisationId", d.case_id as "caseId",
  d.assessment_id as "assessmentId", d.route, d.also, d.is_override as "isOverride", d.reason,
  d.decided_by as "decidedBy", d.decided_at as "decidedAt", p.name as "decidedByName"`;

/** The refusal of answers that would be laid over answers which the person has not seen. */
export function answersChanged(): Conflict {
  return new Conflict(
    'answers-changed',
    'Somebody else answered questions on this case since you opened the page. Look at the answers, then send yours again.',
  );
}

/** Reads and writes what belongs to the triage of cases. Callers have found the case for their person first. */
@Injectable()
export class TriageRepository {
  constructor(
    private readonly tx: Transactions,
    private readonly rules: RulePackInForce,
  ) {}

  /**
   * What was answered on a case (nothing, at version 0, where nobody has answered yet), and the rules in force.
   * Every page of triage needs both, so they are asked for at once.
   *
   * @throws DomainError `rules-unreadable`
   */
  async answersAndRules(
    organisationId: OrganisationId,
    caseId: CaseId,
  ): Promise<{ answers: CaseAnswers; pack: LoadedPack }> {
    const rows = await this.tx.query<AnswersAndRules>(
      `select a.facts, a.unsure, a.replaced, a.version, r.id as "rulesId", r.number as "rulesNumber"
         from (select $1::uuid as organisation_id) o
         left join triage_answers a on a.organisation_id = o.organisation_id and a.case_id = $2
         left join rule_pack r on r.organisation_id = o.organisation_id and r.state = 'published'`,
      [organisationId, caseId],
    );
    const { facts, unsure, replaced, version, rulesId, rulesNumber } = rows[0]!;
    const published = rulesId === null ? undefined : { id: rulesId, number: rulesNumber };
    return {
      answers: version === null ? NO_ANSWERS : { facts, unsure, replaced, version },
      pack: await this.rules.ofPublished(organisationId, published),
    };
  }

  /**
   * Stores answers over those of version `answers.version`.
   *
   * @throws Conflict `answers-changed` when somebody was faster.
   */
  async saveAnswers(
    organisationId: OrganisationId,
    caseId: CaseId,
    answers: CaseAnswers,
  ): Promise<CaseAnswers> {
    const version = answers.version + 1;
    const { facts, unsure, replaced } = answers;
    const values = [
      caseId,
      organisationId,
      JSON.stringify(facts),
      unsure,
      replaced && JSON.stringify(replaced),
    ];
    const rows = await this.tx.query<{ version: number }>(
      `with stored as (
         insert into triage_answers as t (case_id, organisation_id, facts, unsure, replaced, version)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (case_id) do update
           set facts = excluded.facts, unsure = excluded.unsure,
               replaced = excluded.replaced, version = excluded.version
           where t.organisation_id = $2 and t.version = $7
         returning version)
       select version from stored`,
      [...values, version, answers.version],
    );
    if (rows.length !== 1) throw answersChanged();
    return { ...answers, version };
  }

  async addAssessment(assessment: Assessment): Promise<void> {
    await this.tx.of(AssessmentEntity).insert({ ...assessment, unsure: [...assessment.unsure] });
  }

  /** The assessments of a case, newest first. @param limit 1 for the newest alone. */
  listAssessments(
    organisationId: OrganisationId,
    caseId: CaseId,
    limit = 100,
  ): Promise<Assessment[]> {
    return this.tx.of(AssessmentEntity).find({
      where: { organisationId, caseId },
      order: { assessedAt: 'DESC', id: 'DESC' },
      take: limit,
    });
  }

  /** One assessment of a case, if there is one. */
  async findAssessment(
    organisationId: OrganisationId,
    caseId: CaseId,
    id: Id,
  ): Promise<Assessment | undefined> {
    const row = await this.tx.of(AssessmentEntity).findOneBy({ organisationId, caseId, id });
    return row ?? undefined;
  }

  async addDecision(decision: Decision): Promise<void> {
    await this.tx.of(DecisionEntity).insert({ ...decision, also: [...decision.also] });
  }

  /** The decisions of a case, newest first. @param limit 1 for the newest alone. */
  listDecisions(
    organisationId: OrganisationId,
    caseId: CaseId,
    limit = 100,
  ): Promise<DecisionEntry[]> {
    return this.tx.query<DecisionEntry>(
      `select ${DECISION} from decision d
         join person p on p.organisation_id = d.organisation_id and p.id = d.decided_by
        where d.organisation_id = $1 and d.case_id = $2
        order by d.decided_at desc, d.id desc limit $3`,
      [organisationId, caseId, limit],
    );
  }
}

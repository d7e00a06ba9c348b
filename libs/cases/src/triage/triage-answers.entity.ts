import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseId, OrganisationId } from '#kernel';
import type { Facts } from '#triage';
import type { ReplacedAnswers } from './replaced-answers.js';

@Entity('triage_answers')
export class TriageAnswersEntity {
  @PrimaryColumn('uuid', { name: 'case_id' }) caseId!: CaseId;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @Column('jsonb') facts!: Facts;
  @Column('text', { array: true }) unsure!: string[];
  @Column('int') version!: number;
  @Column('jsonb', { nullable: true }) replaced!: ReplacedAnswers | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseId, Id, OrganisationId, PersonId } from '#kernel';
import type { Facts } from '#triage';
import type { ExplainedAdvice } from './triage.js';

/** Advice as it was given; never changed afterwards. */
@Entity('assessment')
export class AssessmentEntity {
  @PrimaryColumn('uuid') id!: Id;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @Column('uuid', { name: 'case_id' }) caseId!: CaseId;
  @Column('jsonb') facts!: Facts;
  @Column('text', { array: true }) unsure!: string[];
  @Column('text', { name: 'pack_version' }) packVersion!: string;
  @Column('date', { name: 'assessed_for' }) assessedFor!: string;
  @Column('jsonb') recommendation!: ExplainedAdvice;
  @Column('uuid', { name: 'assessed_by' }) assessedBy!: PersonId;
  @Column('timestamptz', { name: 'assessed_at' }) assessedAt!: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseId, OrganisationId } from '#kernel';
import type { Facts } from '#triage';

@Entity('triage_answers')
export class TriageAnswersEntity {
  @PrimaryColumn('uuid', { name: 'case_id' }) caseId!: CaseId;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @Column('jsonb') facts!: Facts;
  @Column('text', { array: true }) unsure!: string[];
  @Column('int') version!: number;
}

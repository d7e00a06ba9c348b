import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseId, Id, OrganisationId, PersonId } from '#kernel';
import type { RouteId } from '#triage';

/** What a person decided; kept apart from the advice, and never changed afterwards. */
@Entity('decision')
export class DecisionEntity {
  @PrimaryColumn('uuid') id!: Id;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @Column('uuid', { name: 'case_id' }) caseId!: CaseId;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: Id;
  @Column('text') route!: RouteId;
  @Column('text', { array: true }) also!: RouteId[];
  @Column('bool', { name: 'is_override' }) isOverride!: boolean;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { name: 'decided_by' }) decidedBy!: PersonId;
  @Column('timestamptz', { name: 'decided_at' }) decidedAt!: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseId, OrganisationId, PersonId } from '#kernel';
import type { CareSetting, Case, CaseState, NextStep } from './case.js';

/** Mapping only; the table itself enforces the organisation and the wall. */
@Entity('case_record')
export class CaseEntity {
  @PrimaryColumn('uuid') id!: CaseId;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @Column('text') reference!: string;
  @Column('text') title!: string;
  @Column('text') state!: CaseState;
  @Column('text', { name: 'next_step' }) nextStep!: NextStep;
  @Column('text') direction!: Case['direction'];
  @Column('text') kind!: string;
  @Column('text') platform!: string;
  @Column('text') url!: string;
  @Column('text') handle!: string;
  @Column('text', { name: 'post_text' }) postText!: string;
  @Column('date', { name: 'posted_on', nullable: true }) postedOn!: string | null;
  @Column('date', { name: 'seen_on' }) seenOn!: string;
  @Column('text') visibility!: Case['visibility'];
  @Column('int', { name: 'group_size', nullable: true }) groupSize!: number | null;
  @Column('text') sharing!: Case['sharing'];
  @Column('text') jurisdiction!: string;
  @Column('text') setting!: CareSetting;
  @Column('uuid', { name: 'doctor_id', nullable: true }) doctorId!: PersonId | null;
  @Column('text', { name: 'doctor_name' }) doctorName!: string;
  @Column('uuid', { name: 'owner_id', nullable: true }) ownerId!: PersonId | null;
  @Column('bool', { name: 'is_urgent' }) isUrgent!: boolean;
  @Column('bool', { name: 'is_walled' }) isWalled!: boolean;
  @Column('text', { name: 'primary_route', nullable: true }) primaryRoute!: string | null;
  @Column('text', { name: 'also_routes', array: true }) alsoRoutes!: string[];
  @Column('text') urgency!: Case['urgency'];
  @Column('timestamptz', { name: 'first_response_due_at', nullable: true })
  firstResponseDueAt!: Date | null;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('uuid', { name: 'opened_by' }) openedBy!: PersonId;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  @Column('text', { nullable: true }) outcome!: string | null;
  @Column('text', { name: 'closing_reason', nullable: true }) closingReason!: string | null;
  /** Optimistic lock; raised by the repository with every change. */
  @Column('int') version!: number;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseId, Id, OrganisationId, PersonId } from '#kernel';
import type { RequestAnswers } from './request-answers.js';
import type { RequestState } from './request.js';
import type { SelfHelpDone } from './self-help.js';

/** Mapping only; the table itself enforces the organisation and what goes with each state. */
@Entity('request')
export class RequestEntity {
  @PrimaryColumn('uuid') id!: Id;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @Column('text') reference!: string;
  @Column('uuid', { name: 'doctor_id' }) doctorId!: PersonId;
  @Column('text') state!: RequestState;
  @Column('jsonb') answers!: Partial<RequestAnswers>;
  @Column('timestamptz', { name: 'begun_at' }) begunAt!: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column('timestamptz', { name: 'answer_by', nullable: true }) answerBy!: Date | null;
  @Column('uuid', { name: 'case_id', nullable: true }) caseId!: CaseId | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: PersonId | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { name: 'decline_reason', nullable: true }) declineReason!: string | null;
  @Column('jsonb', { name: 'self_help' }) selfHelp!: SelfHelpDone;
  /** Optimistic lock; raised by the repository with every change. */
  @Column('int') version!: number;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Pause } from '#deadlines';
import type { CaseId, Id, OrganisationId, PersonId } from '#kernel';
import type { CaseDeadline } from './case-deadline.js';
import type { ClockExplanation } from './clock-dates.js';

@Entity('case_deadline')
export class CaseDeadlineEntity {
  @PrimaryColumn('uuid') id!: Id;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @Column('uuid', { name: 'case_id' }) caseId!: CaseId;
  @Column('text') deadline!: string;
  @Column('text') title!: string;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt!: Date | null;
  @Column('text', { name: 'start_told', nullable: true }) startTold!: string | null;
  @Column('text', { name: 'start_noticed_by', nullable: true }) noticedBy!: string | null;
  @Column('text', { nullable: true }) stated!: string | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('timestamptz', { name: 'due_at', nullable: true }) dueAt!: Date | null;
  @Column('jsonb') explanation!: ClockExplanation;
  @Column('text', { array: true }) assumed!: string[];
  @Column('text') origin!: CaseDeadline['origin'];
  @Column('text') state!: CaseDeadline['state'];
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy!: PersonId | null;
  @Column('timestamptz', { name: 'recorded_at', nullable: true }) recordedAt!: Date | null;
  @Column('bool', { name: 'may_pause' }) mayPause!: boolean;
  @Column('jsonb') pauses!: Pause[];
  @Column('timestamptz', { name: 'paused_at', nullable: true }) pausedAt!: Date | null;
  @Column('uuid', { name: 'paused_by', nullable: true }) pausedBy!: PersonId | null;
  @Column('text', { name: 'paused_reason', nullable: true }) pausedReason!: string | null;
  @Column('int', { name: 'warned_percent' }) warnedPercent!: number;
  @Column('timestamptz', { name: 'next_warning_at', nullable: true }) nextWarningAt!: Date | null;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt!: Date | null;
  @Column('uuid', { name: 'settled_by', nullable: true }) settledBy!: PersonId | null;
  @Column('text', { name: 'settled_reason', nullable: true }) settledReason!: string | null;
  @Column('int') version!: number;
}

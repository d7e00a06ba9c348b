import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Finding, Verdict } from '#confidentiality';
import type { CaseId, Id, OrganisationId, PersonId } from '#kernel';
import type { SecondSide } from './draft-sides.js';
import type { DraftInputs, DraftRisk, DraftState } from './draft.js';
import type { TemplateChannel } from './template-heading.js';
import type { TemplateAudience } from './template-labels.js';

/** Mapping only; the table enforces who approves, and that nothing else is released. */
@Entity('draft')
export class DraftEntity {
  @PrimaryColumn('uuid') id!: Id;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @Column('uuid', { name: 'case_id' }) caseId!: CaseId;
  @Column('text', { name: 'template_id' }) templateId!: string;
  @Column('int', { name: 'template_version' }) templateVersion!: number;
  @Column('int', { name: 'template_number', nullable: true }) templateNumber!: number | null;
  @Column('text', { name: 'template_hash', nullable: true }) templateHash!: string | null;
  @Column('text') title!: string;
  @Column('text') channel!: TemplateChannel;
  @Column('text') audience!: TemplateAudience;
  @Column('text') risk!: DraftRisk;
  @Column('text', { name: 'second_side', nullable: true }) secondSide!: SecondSide | null;
  @Column({ type: 'jsonb' }) inputs!: DraftInputs;
  @Column('uuid', { name: 'body_id', nullable: true }) bodyId!: Id | null;
  @Column('bool', { name: 'is_doctors_words' }) isDoctorsWords!: boolean;
  @Column('text') text!: string;
  /** Computed by the database from `text`. */
  @Column({ type: 'text', name: 'text_hash', insert: false, update: false }) textHash!: string;
  @Column('bool', { name: 'is_typed' }) isTyped!: boolean;
  @Column('text') state!: DraftState;
  @Column('uuid', { name: 'author_id' }) authorId!: PersonId;
  @Column('uuid', { name: 'contributor_ids', array: true }) contributorIds!: PersonId[];
  @Column('text', { name: 'checked_hash' }) checkedHash!: string;
  @Column('text') verdict!: Verdict;
  @Column('jsonb') findings!: Finding[];
  @Column('text', { name: 'guard_version' }) guardVersion!: string;
  @Column('text', { name: 'warnings_reason', nullable: true }) warningsReason!: string | null;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column('uuid', { name: 'approved_by', nullable: true }) approvedBy!: PersonId | null;
  @Column('uuid', { name: 'approved_for', nullable: true }) approvedFor!: PersonId | null;
  @Column('text', { name: 'approved_hash', nullable: true }) approvedHash!: string | null;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt!: Date | null;
  @Column('uuid', { name: 'second_approved_by', nullable: true })
  secondApprovedBy!: PersonId | null;
  @Column('uuid', { name: 'second_approved_for', nullable: true })
  secondApprovedFor!: PersonId | null;
  @Column('text', { name: 'second_approved_hash', nullable: true })
  secondApprovedHash!: string | null;
  @Column('timestamptz', { name: 'second_approved_at', nullable: true })
  secondApprovedAt!: Date | null;
  @Column('text', { name: 'accepted_hash', nullable: true }) acceptedHash!: string | null;
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt!: Date | null;
  @Column('uuid', { name: 'broken_glass_by', nullable: true }) brokenGlassBy!: PersonId | null;
  @Column('text', { name: 'return_reason', nullable: true }) returnReason!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  /** Optimistic lock; raised by the repository with every change. */
  @Column('int') version!: number;
}

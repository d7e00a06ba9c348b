import type { CaseId, Id, OrganisationId, PersonId } from '#kernel';
import type { Urgency } from '#triage';

/** Somebody has said that a person is in danger, or triage found that a case cannot wait. */
export interface DangerAlert {
  readonly id: Id;
  readonly organisationId: OrganisationId;
  /** Null when nobody was signed in. */
  readonly raisedBy: PersonId | null;
  readonly raisedAt: Date;
  /** The case that cannot wait; null where a person raised it. */
  readonly caseId: CaseId | null;
  /** Who was on duty when it was raised. */
  readonly onDuty: readonly PersonId[];
  readonly acknowledgedBy: PersonId | null;
  readonly acknowledgedAt: Date | null;
}

/** An alert as the advisers see it. */
export interface AlertRow {
  id: Id;
  raisedAt: Date;
  /** Name of the doctor, where they were signed in. */
  raisedByName: string | null;
  /** Number to call, where one was left. */
  phone: string | null;
  /** The case that cannot wait, where triage raised it: its reference and how urgent it is. */
  urgentCase: { reference: string; urgency: Urgency } | null;
  wasAnybodyOnDuty: boolean;
  acknowledgedByName: string | null;
  acknowledgedAt: Date | null;
}

/** Somebody on duty, and until when. */
export interface OnDuty {
  personId: PersonId;
  name: string;
  until: Date;
}

/** What may honestly be said of an alert to the one who raised it. */
export type AlertStatus =
  | { readonly state: 'unseen'; readonly raisedAt: Date; readonly isAnybodyOnDuty: boolean }
  | {
      readonly state: 'acknowledged';
      readonly raisedAt: Date;
      readonly acknowledgedAt: Date;
      readonly byDutyAdviser: boolean;
    };

/**
 * The status of an alert. Only an acknowledgement makes it seen: that somebody is on duty is no sign that
 * they have looked.
 *
 * @param isAnybodyOnDuty whether somebody is on duty now.
 */
export function statusOf(alert: DangerAlert, isAnybodyOnDuty: boolean): AlertStatus {
  const { raisedAt, acknowledgedAt, acknowledgedBy, onDuty } = alert;
  if (!acknowledgedAt || !acknowledgedBy) return { state: 'unseen', raisedAt, isAnybodyOnDuty };
  const byDutyAdviser = onDuty.includes(acknowledgedBy);
  return { state: 'acknowledged', raisedAt, acknowledgedAt, byDutyAdviser };
}

import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { OrganisationKeys } from '#identity';
import { Clock, newId, NotFound, type OrganisationId, type PersonId } from '#kernel';
import { scopeOf, Transactions } from '#platform';
import { alertTokenHash, newAlertToken, organisationOfToken } from './alert-token.js';
import { AlertRepository } from './alert.repository.js';
import { type AlertStatus, type DangerAlert, statusOf } from './danger-alert.js';

/** Who says that somebody is in danger; nobody has to be signed in for that. */
export interface AlertCaller {
  readonly organisationId: OrganisationId;
  readonly personId: PersonId | null;
  /** A number to call back on; empty when none was left. */
  readonly phone: string;
}

/** Raises alerts for people in danger, and tells them honestly whether somebody has seen theirs. */
@Injectable()
export class AlertRaisingService {
  constructor(
    private readonly tx: Transactions,
    private readonly alerts: AlertRepository,
    private readonly keys: OrganisationKeys,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Raises an alert. @returns the secret that leads to its status. */
  raise({ organisationId, personId, phone }: AlertCaller): Promise<string> {
    return this.tx.run(scopeOf(organisationId), async () => {
      const token = newAlertToken(organisationId);
      const alert = await this.newAlert(organisationId, personId);
      const contactSealed = phone
        ? await this.keys.seal(organisationId, phone, contactPlace(alert.id))
        : null;
      await this.alerts.insert(alert, { viewHash: alertTokenHash(token), contactSealed });
      await this.trail.record(
        { organisationId, personId },
        'alert.raised',
        { type: 'alert', id: alert.id },
        { onDuty: alert.onDuty.length },
      );
      return token;
    });
  }

  /** What can be said of the alert of a token now. @throws NotFound `alert-not-found` */
  status(token: string): Promise<AlertStatus> {
    const organisationId = organisationOfToken(token);
    if (!organisationId) throw new NotFound('alert-not-found');
    return this.tx.run(scopeOf(organisationId), async () => {
      const alert = await this.alerts.findByHash(organisationId, alertTokenHash(token));
      if (!alert) throw new NotFound('alert-not-found');
      const onDuty = await this.alerts.listOnDuty(organisationId, this.clock.now());
      return statusOf(alert, onDuty.length > 0);
    });
  }

  private async newAlert(
    organisationId: OrganisationId,
    raisedBy: PersonId | null,
  ): Promise<DangerAlert> {
    const raisedAt = this.clock.now();
    const onDuty = await this.alerts.listOnDuty(organisationId, raisedAt);
    return {
      id: newId(),
      organisationId,
      raisedBy,
      raisedAt,
      caseId: null,
      onDuty: onDuty.map(({ personId }) => personId),
      acknowledgedBy: null,
      acknowledgedAt: null,
    };
  }
}

/** Where the number to call is kept: the sealed cell opens nowhere else. */
export function contactPlace(alertId: string): string {
  return `danger_alert.contact:${alertId}`;
}

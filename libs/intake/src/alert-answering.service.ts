import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, can, OrganisationKeys, requirePermission, scopeOfActor } from '#identity';
import { Clock, Conflict, type Id, NotFound } from '#kernel';
import { Transactions } from '#platform';
import { contactPlace } from './alert-raising.service.js';
import { type AlertRecord, AlertRepository } from './alert.repository.js';
import type { AlertRow, OnDuty } from './danger-alert.js';

const HOUR = 3_600_000;
/** Hours for which an acknowledged alert stays on the page, with the number to call. */
const SHOWN_FOR = 24;

/** Advisers' side of the alerts: seeing and acknowledging them, and being on duty for them. */
@Injectable()
export class AlertAnsweringService {
  constructor(
    private readonly tx: Transactions,
    private readonly alerts: AlertRepository,
    private readonly keys: OrganisationKeys,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Alerts that wait, oldest first, and those of the last day that somebody has acknowledged. */
  list(actor: Actor): Promise<{ open: AlertRow[]; acknowledged: AlertRow[] }> {
    requireReading(actor);
    return this.tx.run(scopeOfActor(actor), async () => {
      const { organisationId } = actor;
      const since = new Date(this.clock.now().getTime() - SHOWN_FOR * HOUR);
      return {
        open: await this.rows(await this.alerts.listOpen(organisationId)),
        acknowledged: await this.rows(await this.alerts.listAcknowledged(organisationId, since)),
      };
    });
  }

  /** How many alerts wait, up to 100. */
  countOpen(actor: Actor): Promise<number> {
    requireReading(actor);
    return this.tx.run(scopeOfActor(actor), () => this.alerts.countOpen(actor.organisationId));
  }

  /**
   * Says that one has seen the alert; only from now on is its page told so.
   *
   * @throws NotFound `alert-not-found`; Conflict `alert-acknowledged` when a colleague was faster.
   */
  acknowledge(actor: Actor, id: Id): Promise<AlertRow> {
    requirePermission(actor, 'alert:acknowledge');
    return this.tx.run(scopeOfActor(actor), async () => {
      const { organisationId, personId } = actor;
      const at = this.clock.now();
      const isFirst = await this.alerts.acknowledge(organisationId, id, { personId, at });
      const alert = await this.alerts.find(organisationId, id);
      if (!alert) throw new NotFound('alert-not-found', 'We could not find that alert.');
      if (!isFirst && alert.acknowledgedBy !== personId) {
        throw new Conflict(
          'alert-acknowledged',
          'A colleague has acknowledged this alert already.',
        );
      }
      if (isFirst) await this.trail.record(actor, 'alert.acknowledged', { type: 'alert', id });
      return this.row(alert);
    });
  }

  /** Who is on duty now. */
  listOnDuty(actor: Actor): Promise<OnDuty[]> {
    requireReading(actor);
    return this.tx.run(scopeOfActor(actor), () =>
      this.alerts.listOnDuty(actor.organisationId, this.clock.now()),
    );
  }

  /** Goes on duty. @param hours from now. @returns until when. */
  goOnDuty(actor: Actor, hours: number): Promise<Date> {
    requirePermission(actor, 'alert:acknowledge');
    return this.tx.run(scopeOfActor(actor), async () => {
      const { organisationId, personId } = actor;
      const until = new Date(this.clock.now().getTime() + hours * HOUR);
      await this.alerts.setDuty(organisationId, personId, until);
      const subject = { type: 'person', id: personId };
      await this.trail.record(actor, 'duty.begun', subject, { until: until.toISOString() });
      return until;
    });
  }

  /** Goes off duty; nothing happens when one was not on duty. */
  goOffDuty(actor: Actor): Promise<void> {
    requirePermission(actor, 'alert:acknowledge');
    return this.tx.run(scopeOfActor(actor), async () => {
      const { organisationId, personId } = actor;
      if (!(await this.alerts.removeDuty(organisationId, personId))) return;
      await this.trail.record(actor, 'duty.ended', { type: 'person', id: personId });
    });
  }

  private rows(records: AlertRecord[]): Promise<AlertRow[]> {
    return Promise.all(records.map((record) => this.row(record)));
  }

  private async row(record: AlertRecord): Promise<AlertRow> {
    const { id, organisationId, contactSealed } = record;
    const phone =
      contactSealed && (await this.keys.open(organisationId, contactSealed, contactPlace(id)));
    return {
      id,
      raisedAt: record.raisedAt,
      raisedByName: record.raisedByName,
      phone: phone?.toString('utf8') ?? null,
      urgentCase: urgentCaseOf(record),
      wasAnybodyOnDuty: record.onDuty.length > 0,
      acknowledgedByName: record.acknowledgedByName,
      acknowledgedAt: record.acknowledgedAt,
    };
  }
}

function urgentCaseOf({ caseReference, caseUrgency }: AlertRecord): AlertRow['urgentCase'] {
  if (caseReference === null || caseUrgency === null) return null;
  return { reference: caseReference, urgency: caseUrgency };
}

/** Whoever answers alerts sees them too. @throws Forbidden `permission-missing` */
function requireReading(actor: Actor): void {
  if (!can(actor, 'alert:acknowledge')) requirePermission(actor, 'alert:read');
}

import { Inject, Injectable } from '@nestjs/common';
import { AuditSealer, CheckpointFile, signCheckpoint } from '#audit';
import { PeopleService } from '#identity';
import { Clock, type OrganisationId } from '#kernel';
import { type Config, CONFIG, KeyRing } from '#platform';
import type { Timer } from './schedules.js';

/** Folds finished audit events into the sealed logs and signs where each log ends. */
@Injectable()
export class SealAuditLogs implements Timer {
  readonly name = 'seal-audit-logs';
  readonly every = 2_000;

  constructor(
    private readonly sealer: AuditSealer,
    private readonly people: PeopleService,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(): Promise<void> {
    for (const { organisation_id: organisationId } of await this.people.listOrganisations()) {
      await this.sealLog(organisationId);
    }
  }

  private async sealLog(organisationId: OrganisationId): Promise<void> {
    const { head, sealed } = await this.sealer.seal(organisationId);
    if (sealed === 0 || !head.sealHash) return;
    const statement = {
      organisationId,
      sequence: head.sequence,
      sealHash: head.sealHash.toString('hex'),
      at: this.clock.now().toISOString(),
    };
    const checkpoint = signCheckpoint(statement, this.keys.checkpointKey.privateKey);
    await new CheckpointFile(this.config.dataDirectory, organisationId).append(checkpoint);
  }
}

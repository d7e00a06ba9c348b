import { Injectable } from '@nestjs/common';
import { EvidenceBundles, type EvidenceBundle } from '#evidence';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Conflict } from '#kernel';
import { Transactions } from '#platform';
import { type WorksheetFile, WorksheetsService } from '#referrals';

/** What goes to the police: the evidence, and the worksheet that somebody signed. */
export interface PoliceFile extends EvidenceBundle {
  readonly worksheet: WorksheetFile;
}

/** Brings the evidence and the threat log of a case together, which do not know each other. */
@Injectable()
export class PoliceBundle {
  constructor(
    private readonly tx: Transactions,
    private readonly worksheets: WorksheetsService,
    private readonly bundles: EvidenceBundles,
  ) {}

  /**
   * Takes the bundle out; each item records it, and that the sealed answers were read.
   *
   * @throws Forbidden; NotFound `case-not-found`, `worksheet-not-found`
   * @throws Conflict `worksheet-not-signed` before somebody has signed the police worksheet, `worksheet-privileged`
   */
  take(actor: Actor, reference: string): Promise<PoliceFile> {
    requirePermission(actor, 'evidence:bundle');
    return this.tx.run(scopeOfActor(actor), async () => {
      const worksheet = await this.worksheets.get(actor, reference, 'police');
      if (!worksheet.worksheet.signedAt) {
        throw new Conflict('worksheet-not-signed', 'Have the police worksheet signed off first.');
      }
      if (worksheet.worksheet.isPrivileged) throw isPrivileged();
      return { ...(await this.bundles.take(actor, reference)), worksheet };
    });
  }
}

/** What is privileged does not leave by a download: that would give the privilege away. */
function isPrivileged(): Conflict {
  const message =
    'The police worksheet is marked as privileged: take the mark off before it leaves.';
  return new Conflict('worksheet-privileged', message);
}

import { Injectable } from '@nestjs/common';
import type { Case } from '#cases';
import { type Id, Invalid } from '#kernel';
import type { ReferralRoute } from '../referral.js';
import { WORKSHEET_KINDS } from './data/index.js';
import type { WorksheetKind } from './kind.js';
import { WorksheetRepository } from './worksheet.repository.js';

/** On which routes nothing is referred without a worksheet that somebody signed. Runs inside its caller's unit of work. */
@Injectable()
export class ReferralPermits {
  constructor(private readonly worksheets: WorksheetRepository) {}

  /**
   * The signed worksheet that a referral on a route rests on; null where the route asks for none.
   *
   * @throws Invalid `worksheet-not-signed` where it asks for one and none was signed, or otherwise was decided
   */
  async require(found: Case, route: ReferralRoute): Promise<Id | null> {
    const kind = WORKSHEET_KINDS.find(({ permits }) => permits?.route === route);
    if (!kind?.permits) return null;
    const { decisions } = kind.permits;
    const opened = await this.worksheets.list(found);
    const signed = opened.find((one) => one.kind === kind.id && one.signedAt !== null);
    if (!signed || !decisions.includes(signed.decision)) throw notSigned(kind, !!signed);
    return signed.id;
  }
}

function notSigned({ title }: WorksheetKind, isSigned: boolean): Invalid {
  const message = isSigned
    ? `The worksheet “${title}” was signed off with another decision`
    : `Have the worksheet “${title}” signed off first, then make the referral`;
  return new Invalid('worksheet-not-signed', message, [{ field: 'route', message }]);
}

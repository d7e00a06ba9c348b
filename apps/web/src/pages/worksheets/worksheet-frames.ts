import { Injectable } from '@nestjs/common';
import { type Case, CaseReadingService } from '#cases';
import { type Actor, can, PeopleService } from '#identity';
import { questionsOf, type WorksheetFile } from '#referrals';
import { caseBarOf } from '../cases/cases.view.js';

/** What stands round a worksheet: for caseworkers the bar of its case, for a desk its reference alone. */
export interface WorksheetFrame {
  readonly caseBar?: ReturnType<typeof caseBarOf>;
  readonly reference: string;
  readonly people: readonly { readonly value: string; readonly text: string }[];
}

/** Puts worksheets into their frame: the title of a case may name the doctor, and no desk is told that. */
@Injectable()
export class WorksheetFrames {
  constructor(
    private readonly reading: CaseReadingService,
    private readonly people: PeopleService,
  ) {}

  async of(actor: Actor, found: Case): Promise<WorksheetFrame> {
    const { reference } = found;
    if (!can(actor, 'case:read')) return { reference, people: [] };
    const standing = await this.reading.standing(actor, found);
    return { reference, people: [], caseBar: caseBarOf(found, listOf(reference), standing) };
  }

  /** The same with those who can be named, where the kind asks for somebody. */
  async ofFile(actor: Actor, { found, kind }: WorksheetFile): Promise<WorksheetFrame> {
    const frame = await this.of(actor, found);
    if (!questionsOf(kind).some(({ type }) => type === 'person')) return frame;
    const people = await this.people.listCaseworkers(actor);
    return { ...frame, people: people.map(({ id, name }) => ({ value: id, text: name })) };
  }
}

/** The list of a case's worksheets. */
export function listOf(reference: string): string {
  return `/cases/${reference}/worksheets`;
}

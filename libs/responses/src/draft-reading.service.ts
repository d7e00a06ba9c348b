import { Injectable } from '@nestjs/common';
import { type Case, CaseReadingService } from '#cases';
import type { GuardReport } from '#confidentiality';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { type Id, NotFound, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import { DraftRecords } from './draft-records.js';
import { refusalOf } from './draft-rules.js';
import {
  approvalPermission,
  capacityOf,
  type Deciders,
  hasApproved,
  type SignedApprovals,
  sidesOpen,
} from './draft-sides.js';
import { type DraftRow, DraftRepository } from './draft.repository.js';
import type { Draft } from './draft.js';
import type { PublishedBody } from './published-body.js';
import type { EditingDesk } from './editing/editing.js';
import { EditingDesks } from './editing/editing-desks.js';
import { type PlaceLimit, placeLimit } from './place-limit.js';
import { DraftSurroundings, peopleOn, type Surroundings } from './draft-surroundings.js';

/** All that the pages of one draft show. */
export interface DraftFile extends Surroundings, EditingDesk {
  readonly draft: Draft;
  readonly found: Case;
  readonly body: PublishedBody;
  /** What the guard says of the text now; the draft holds what it said when the text was saved. */
  readonly report: GuardReport;
  /** How much the place takes where the text will stand; undefined where that is not known. */
  readonly limit: PlaceLimit | undefined;
  /** Of all people who stand on it. */
  readonly names: ReadonlyMap<PersonId, string>;
}

/** A draft under the address of its case. @throws NotFound `draft-not-found` under another one's. */
export function fileOfCase(file: DraftFile, { reference }: { reference: string }): DraftFile {
  if (file.found.reference !== reference) throw new NotFound('draft-not-found');
  return file;
}

/** Whether a person may decide on a waiting draft, and why not. */
export type MayDecide =
  | 'yes'
  | 'is-contributor'
  | 'has-approved'
  | 'needs-press-officer'
  | 'needs-solicitor'
  | 'needs-high-right'
  | 'needs-right';

/** Finds drafts for the people who work with them. */
@Injectable()
export class DraftReadingService {
  constructor(
    private readonly tx: Transactions,
    private readonly drafts: DraftRepository,
    private readonly records: DraftRecords,
    private readonly cases: CaseReadingService,
    private readonly surroundings: DraftSurroundings,
    private readonly desks: EditingDesks,
  ) {}

  /** @throws NotFound `draft-not-found`, alike for one that is not there and one not for this person. */
  get(actor: Actor, id: Id): Promise<DraftFile> {
    requirePermission(actor, 'case:read');
    return this.read(actor, id);
  }

  /** The same for what the press office is shown a part of. @throws NotFound `draft-not-found` */
  getForPress(actor: Actor, id: Id): Promise<DraftFile> {
    requirePermission(actor, 'case:read-press');
    return this.read(actor, id);
  }

  /** The drafts of a case, the newest first. @throws NotFound `case-not-found` */
  listOfCase(actor: Actor, reference: string): Promise<{ found: Case; drafts: DraftRow[] }> {
    requirePermission(actor, 'case:read');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.cases.get(actor, reference);
      return { found, drafts: await this.drafts.listOfCase(found.organisationId, found.id) };
    });
  }

  private read(actor: Actor, id: Id): Promise<DraftFile> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const opened = await this.records.get(actor, id, 'to-read');
      const { draft } = opened;
      const around = await this.surroundings.of(actor, opened);
      return {
        ...opened,
        ...around,
        ...(await this.desks.of(actor, draft)),
        limit: placeLimit(draft, opened.found),
        report: await this.records.check(actor, opened),
        names: await this.drafts.namesOf(draft.organisationId, peopleOn(opened, around)),
      };
    });
  }
}

/** Whether a person may decide on a draft. The services refuse what is refused here. */
export function mayDecide(
  actor: Actor,
  draft: SignedApprovals & Pick<Draft, 'contributorIds'>,
  deciders: Deciders,
): MayDecide {
  if (refusalOf(draft, actor.personId)) return 'is-contributor';
  if (hasApproved(draft, actor.personId)) return 'has-approved';
  if (capacityOf(actor, draft, deciders)) return 'yes';
  if (draft.secondSide !== null && !sidesOpen(draft).includes('approver')) {
    return draft.secondSide === 'press' ? 'needs-press-officer' : 'needs-solicitor';
  }
  return approvalPermission(draft) === 'draft:approve-high' ? 'needs-high-right' : 'needs-right';
}

import { Injectable } from '@nestjs/common';
import type { Acceptance } from './acceptance/acceptance.js';
import { AcceptanceRepository } from './acceptance/acceptance.repository.js';
import type { Actor } from '#identity';
import type { PersonId } from '#kernel';
import type { BrokenGlass } from './break-glass/break-glass.js';
import { BreakGlassRepository } from './break-glass/break-glass.repository.js';
import { DraftDeciders } from './draft-deciders.js';
import type { OpenedDraft } from './draft-records.js';
import type { Deciders } from './draft-sides.js';
import { type Posting, type Release, ReleaseRepository } from './release.repository.js';
import { Rulings, type SaidBefore } from './rulings/rulings.service.js';
import type { SentenceToConfirm } from './sentences/asked-sentences.js';
import { SentenceConfirmations } from './sentences/sentence-confirmations.service.js';

/** What stands around the words of a draft. */
export interface Surroundings extends Deciders, SaidBefore {
  readonly release: Release | undefined;
  readonly posting: Posting | undefined;
  /** What whoever approves it confirms sentence by sentence. */
  readonly sentences: readonly SentenceToConfirm[];
  /** How one person alone let it out; undefined where it was approved. */
  readonly brokenGlass: BrokenGlass | undefined;
  /** The last time that the doctor was asked about it; undefined where they were not. */
  readonly acceptance: Acceptance | undefined;
  /** Whether the doctor answers on a page of their own; else an adviser records what they say. */
  readonly doctorAnswersHere: boolean;
}

/** Fetches what belongs to a draft besides its words. Every method joins the running unit of work. */
@Injectable()
export class DraftSurroundings {
  constructor(
    private readonly releases: ReleaseRepository,
    private readonly sentences: SentenceConfirmations,
    private readonly rulings: Rulings,
    private readonly glass: BreakGlassRepository,
    private readonly acceptances: AcceptanceRepository,
    private readonly deciders: DraftDeciders,
  ) {}

  /** @param actor who reads it */
  async of(actor: Actor, opened: OpenedDraft): Promise<Surroundings> {
    const { organisationId, id } = opened.draft;
    const release = await this.releases.findOfDraft(organisationId, id);
    return {
      ...(await this.deciders.of(actor, opened.draft)),
      ...(await this.rulings.of(actor, opened.draft)),
      release,
      posting: release && (await this.releases.findPosting(organisationId, release.id)),
      sentences: await this.sentences.listOf(opened),
      brokenGlass: await this.glass.findOfDraft(opened.draft),
      acceptance: await this.acceptances.findOfDraft(opened.draft),
      doctorAnswersHere: await this.acceptances.answersHere(opened.found),
    };
  }
}

/** Everybody who stands on a draft and on what surrounds it. */
export function peopleOn({ draft }: OpenedDraft, around: Surroundings): PersonId[] {
  const people = [
    ...draft.contributorIds,
    ...around.sentences.flatMap(({ confirmations }) => confirmations.map((one) => one.confirmedBy)),
    ...draft.waivers.flatMap(({ waivedBy, secondedBy }) => [waivedBy, secondedBy]),
    ...around.comments.flatMap(({ writtenBy, doneBy }) => [writtenBy, doneBy]),
    around.readBefore?.ruledBy,
    draft.approvedBy,
    draft.approvedFor,
    draft.secondApprovedBy,
    draft.secondApprovedFor,
    around.release?.releasedBy,
    around.brokenGlass?.reviewedBy,
    around.acceptance?.answeredBy,
  ];
  return people.filter((person): person is PersonId => Boolean(person));
}

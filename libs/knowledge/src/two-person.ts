import { Conflict, DomainError, Invalid, type PersonId } from '#kernel';

/** The life of a version of something that two people answer for: who proposes it, and who publishes it. */
export const VERSION_STATES = [
  'preparing',
  'proposed',
  'published',
  'superseded',
  'withdrawn',
] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** Which states may follow which. Published is what is in force; there is one at a time. */
export const NEXT_STATES: Readonly<Record<VersionState, readonly VersionState[]>> = {
  preparing: ['proposed', 'withdrawn'],
  proposed: ['published', 'withdrawn'],
  published: ['superseded'],
  superseded: [],
  withdrawn: [],
};

/** What the steps below read and set of a version. */
export interface TwoPersonVersion {
  readonly state: VersionState;
  /** Name of what was in force when it was proposed: what it was held against, and may take the place of. */
  readonly basedOn: string;
  /** Everybody who wrote any of it; never shorter than before. */
  readonly contributorIds: readonly PersonId[];
  readonly proposedBy: PersonId | null;
  readonly proposedAt: Date | null;
  readonly publishedBy: PersonId | null;
  readonly publishedAt: Date | null;
  /** Who withdrew it, or published the one that took its place. */
  readonly endedBy: PersonId | null;
  readonly endedAt: Date | null;
}

/** Who takes a step, when, and what is in force at that moment. */
export interface Step {
  readonly by: PersonId;
  readonly now: Date;
  readonly inForce: string;
}

/** Whoever wrote or proposed a version does not publish it. */
export class SamePerson extends DomainError {
  override readonly name = 'SamePerson';
  constructor() {
    super(
      'forbidden',
      'publisher-is-proposer',
      'You have worked on this version or proposed it, so another person has to publish it.',
    );
  }
}

/** Notes that somebody changes the content of a version. @throws Conflict `version-is-fixed` */
export function changeContent<V extends TwoPersonVersion>(version: V, by: PersonId): V {
  if (version.state !== 'preparing') {
    throw new Conflict(
      'version-is-fixed',
      'A version cannot be changed once it is proposed. Prepare another one.',
    );
  }
  const contributorIds = [...new Set([...version.contributorIds, by])];
  return { ...version, contributorIds };
}

/**
 * Proposes a version. From now on its content is fixed.
 *
 * @param note why; what the second person reads first.
 * @throws Invalid `note-needed`; Conflict `version-state`
 */
export function propose<V extends TwoPersonVersion>(version: V, note: string, step: Step): V {
  if (note.trim() === '') {
    const message = 'Say what changes and why';
    throw new Invalid('note-needed', message, [{ field: 'note', message }]);
  }
  const { by: proposedBy, now: proposedAt, inForce: basedOn } = step;
  return {
    ...move(changeContent(version, proposedBy), 'proposed'),
    proposedBy,
    proposedAt,
    basedOn,
  };
}

/**
 * Publishes a proposed version.
 *
 * @throws SamePerson `publisher-is-proposer`
 * @throws Conflict `version-state`; `version-outdated` where another one has come into force meanwhile
 */
export function publish<V extends TwoPersonVersion>(version: V, step: Step): V {
  const published = move(version, 'published');
  if (version.proposedBy === step.by || version.contributorIds.includes(step.by)) {
    throw new SamePerson();
  }
  if (version.basedOn !== step.inForce) {
    throw new Conflict(
      'version-outdated',
      'Another version has come into force since this one was proposed. It has to be proposed again, so that it is held against that one.',
    );
  }
  return { ...published, publishedBy: step.by, publishedAt: step.now };
}

/** Ends the version that another one takes the place of. @throws Conflict `version-state` */
export function supersede<V extends TwoPersonVersion>(version: V, by: PersonId, now: Date): V {
  return { ...move(version, 'superseded'), endedBy: by, endedAt: now };
}

/** Takes back what is not in force yet. @throws Conflict `version-state` */
export function withdraw<V extends TwoPersonVersion>(version: V, by: PersonId, now: Date): V {
  return { ...move(version, 'withdrawn'), endedBy: by, endedAt: now };
}

function move<V extends TwoPersonVersion>(version: V, to: VersionState): V {
  if (NEXT_STATES[version.state].includes(to)) return { ...version, state: to };
  throw new Conflict('version-state', REFUSALS[version.state], { state: version.state });
}

const REFUSALS: Record<VersionState, string> = {
  preparing: 'This version is still being prepared. It has to be proposed first.',
  proposed: 'This version is proposed already.',
  published: 'This version is in force already.',
  superseded: 'This version has been in force and was replaced. Propose it again to return to it.',
  withdrawn: 'This version was withdrawn. Propose it again if it is still wanted.',
};

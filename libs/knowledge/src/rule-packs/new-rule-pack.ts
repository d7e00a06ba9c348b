import type { Actor } from '#identity';
import { newId } from '#kernel';
import type { RulePackContent, RulePackDocument } from './rule-pack.js';

/** What a new version begins with. */
export interface Beginning {
  readonly number: number;
  readonly content: RulePackContent;
  /** Name of the pack in force. */
  readonly basedOn: string;
  readonly now: Date;
}

/** A version that somebody begins to prepare. */
export function newRulePack(
  { organisationId, personId }: Actor,
  { number, content, basedOn, now }: Beginning,
): RulePackDocument {
  return {
    id: newId(),
    organisationId,
    number,
    basedOn,
    content,
    note: '',
    state: 'preparing',
    contributorIds: [personId],
    createdAt: now,
    proposedBy: null,
    proposedByName: null,
    proposedAt: null,
    publishedBy: null,
    publishedByName: null,
    publishedAt: null,
    endedBy: null,
    endedByName: null,
    endedAt: null,
    acknowledged: [],
    compared: 0,
    toCompare: null,
    comparedAt: null,
    version: 1,
  };
}

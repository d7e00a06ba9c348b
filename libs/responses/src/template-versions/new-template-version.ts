import type { Actor } from '#identity';
import { newId } from '#kernel';
import type { TemplateDocument } from './template-version.js';

/** What a new version begins with. */
export type Beginning = Pick<TemplateDocument, 'templateId' | 'number' | 'source' | 'basedOn'> & {
  readonly now: Date;
};

/** A version that somebody begins to prepare; the hash of its words is the database's. */
export function newTemplateVersion(
  { organisationId, personId }: Actor,
  { now, ...beginning }: Beginning,
): Omit<TemplateDocument, 'contentHash'> {
  return {
    ...beginning,
    id: newId(),
    organisationId,
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
    version: 1,
  };
}

import { type Actor, can } from '#identity';
import type { RulePackVersion, VersionState } from '#knowledge';
import { RULE_PACK } from '#triage';
import type { PageView } from '../../http/page-renderer.js';
import { formatDate } from '../../views/filters.js';

/** The states of a version in words. */
export const STATE_WORDS: Record<VersionState, { text: string; colour: string }> = {
  preparing: { text: 'Being prepared', colour: 'grey' },
  proposed: { text: 'Proposed', colour: 'yellow' },
  published: { text: 'In force', colour: 'green' },
  superseded: { text: 'Was in force', colour: 'blue' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
};

/** All versions: what is in force, what waits, and what was. */
export function rulePacksView(actor: Actor, versions: readonly RulePackVersion[]): PageView {
  const published = versions.find(({ state }) => state === 'published');
  return {
    page: { title: 'Changes to the rules of triage' },
    inForce: published
      ? `Version ${published.number} of this organisation is in force.`
      : `The rules that come with Parapet (${RULE_PACK.version}) are in force.`,
    waiting: versions.filter(({ state }) => state === 'proposed').length,
    mayPropose: can(actor, 'rule:propose'),
    isPreparing: versions.some(({ state }) => state === 'preparing'),
    hasOwn: published !== undefined,
    shippedVersion: RULE_PACK.version,
    table: {
      caption: 'Versions, the newest first',
      columns: ['Version', 'State', 'What changes and why', 'Proposed', 'Published'].map(
        (text) => ({ text }),
      ),
      rows: versions.map((found) => ({ cells: cellsOf(found) })),
    },
    emptyList: { text: 'Nobody has changed the rules yet.' },
  };
}

function cellsOf(found: RulePackVersion) {
  const { id, number, state, note } = found;
  return [
    { text: `Version ${number}`, href: `/admin/rules/packs/${id}` },
    { tag: STATE_WORDS[state] },
    { text: note || 'Not said yet' },
    { text: byOn(found.proposedByName, found.proposedAt) },
    { text: byOn(found.publishedByName, found.publishedAt) },
  ];
}

/** Who did something, and on which day. */
export function byOn(name: string | null, at: Date | null): string {
  return name && at ? `${name}, ${formatDate(at)}` : 'Not yet';
}

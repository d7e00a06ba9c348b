import { type Actor, can } from '#identity';
import type { LibraryRow, LibraryTemplate, TemplateVersion } from '#responses';
import type { PageView } from '../../http/page-renderer.js';
import { plural } from '../../views/filters.js';
import { AUDIENCE_WORDS } from '../drafts/draft-words.js';
import { byOn, STATE_WORDS } from '../rules/rule-packs.view.js';
import { APPROVAL_WORDS, headingFacts, inForceWords, variableTable } from './template-words.js';

/** Every template, whose words are in force, and what waits. */
export function libraryView(rows: readonly LibraryRow[]): PageView {
  const waiting = rows.filter(({ current }) => isWaiting(current)).length;
  const own = rows.filter(({ current }) => published(current)).length;
  return {
    page: { title: 'Templates' },
    summary: `${plural(rows.length, 'template')}, ${own} in words of this organisation’s own.`,
    waiting:
      waiting > 0 ? `${plural(waiting, 'wording')} proposed: a second person is needed.` : '',
    table: {
      caption: 'Templates by title',
      columns: ['Template', 'Read by', 'In force', 'Being changed'].map((text) => ({ text })),
      rows: rows.map((row) => ({ cells: cellsOf(row) })),
    },
  };
}

function cellsOf({ base, current, isUnreadable }: LibraryRow) {
  const inForce = inForceWords(published(current)?.number ?? null);
  const open = current.find(({ state }) => state !== 'published');
  return [
    { text: base.title, href: `/admin/templates/${base.id}`, note: base.id },
    { text: AUDIENCE_WORDS[base.audience] },
    isUnreadable ? { tag: { text: 'Does not fit', colour: 'red' } } : { text: inForce },
    open ? { tag: STATE_WORDS[isWaiting(current) ? 'proposed' : open.state] } : { text: 'No' },
  ];
}

function published(current: readonly TemplateVersion[]): TemplateVersion | undefined {
  return current.find(({ state }) => state === 'published');
}

function isWaiting(current: readonly TemplateVersion[]): boolean {
  return current.some(({ state }) => state === 'proposed');
}

/** One template: the words in force, what they may name, and what there was. */
export function templateView(actor: Actor, found: LibraryTemplate): PageView {
  const { base, inForce, versions } = found;
  const own = published(versions);
  const worded = inForce ?? base;
  return {
    page: {
      title: base.title,
      breadcrumbs: [{ href: '/admin/templates', text: 'Templates' }],
    },
    base: `/admin/templates/${base.id}`,
    isUnreadable: !inForce,
    facts: [
      { key: 'Template', text: `${base.id}, version ${base.version} of Parapet` },
      { key: 'In force', text: inForceWords(own?.number ?? null) },
      { key: 'Summary', text: worded.summary },
      { key: 'Approved by', text: APPROVAL_WORDS[worded.approval] },
      ...headingFacts(base),
      { key: 'Hash of the words', text: worded.contentHash },
    ],
    words: worded.body.trim(),
    variables: variableTable(base, worded),
    mayPropose: can(actor, 'template:propose'),
    isPreparing: versions.some(({ state }) => state === 'preparing'),
    hasOwn: own !== undefined,
    history: {
      caption: 'Versions of this organisation’s own, the newest first',
      columns: ['Version', 'State', 'What changes and why', 'Proposed', 'Published', 'Ended'].map(
        (text) => ({ text }),
      ),
      rows: versions.map((one) => ({ cells: historyCells(one) })),
    },
    emptyHistory: { text: 'Nobody has worded this template in another way yet.' },
  };
}

function historyCells(found: TemplateVersion) {
  const { id, number, state, note, endedAt } = found;
  return [
    { text: `Version ${number}`, href: `/admin/templates/versions/${id}` },
    { tag: STATE_WORDS[state] },
    { text: note || 'Not said yet' },
    { text: byOn(found.proposedByName, found.proposedAt) },
    { text: byOn(found.publishedByName, found.publishedAt) },
    { text: endedAt ? byOn(found.endedByName, endedAt) : '' },
  ];
}

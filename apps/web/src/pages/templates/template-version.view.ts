import { type Actor, can } from '#identity';
import type { RecheckIndex } from '#knowledge';
import type { ResponseTemplate, TemplateReview } from '#responses';
import { wordingOf } from '#responses';
import type { PageView } from '../../http/page-renderer.js';
import { changedWords } from '../../views/changed-words.js';
import { byOn, STATE_WORDS } from '../rules/rule-packs.view.js';
import { previewView } from './template-preview.view.js';
import { fieldsOf } from './template.forms.js';
import { APPROVAL_WORDS, headingFacts, variableTable } from './template-words.js';

/** One version: what it changes, how it reads, and what the person may do with it. */
export function templateVersionView(
  actor: Actor,
  review: TemplateReview,
  sources: RecheckIndex,
): PageView {
  const { found, base, template, inForce, preview } = review;
  return {
    page: { title: `Version ${found.number} of “${base.title}”`, breadcrumbs: crumbsOf(base) },
    base: `/admin/templates/versions/${found.id}`,
    version: found.version,
    state: STATE_WORDS[found.state],
    facts: factsOf(review),
    faults: review.faults.map(({ message }) => message),
    isInForce: found.state === 'published',
    heldAgainst: review.inForceName,
    changes: template && changesOf(inForce, template),
    preview: preview && previewView(preview, sources),
    may: mayOf(actor, review),
    values: { note: '' },
  };
}

function crumbsOf(base: ResponseTemplate) {
  return [
    { href: '/admin/templates', text: 'Templates' },
    { href: `/admin/templates/${base.id}`, text: base.title },
  ];
}

function factsOf({ found, base }: TemplateReview) {
  const ended = found.state === 'withdrawn' ? 'Withdrawn' : 'Replaced';
  return [
    { key: 'What changes and why', text: found.note || 'Not said yet' },
    { key: 'Proposed', text: byOn(found.proposedByName, found.proposedAt) },
    { key: 'Published', text: byOn(found.publishedByName, found.publishedAt) },
    ...(found.endedAt ? [{ key: ended, text: byOn(found.endedByName, found.endedAt) }] : []),
    { key: 'Template', text: `${base.id}, version ${base.version} of Parapet` },
    { key: 'Hash of the words', text: found.contentHash },
  ];
}

/** What differs from the words in force: the small parts in a table, the body whole. */
function changesOf(inForce: ResponseTemplate, template: ResponseTemplate) {
  const [old, now] = [partsOf(inForce), partsOf(template)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const parts = names
    .map((part) => ({ part, before: old[part] ?? '', after: now[part] ?? '' }))
    .filter(({ before, after }) => before !== after)
    .map(({ part, before, after }) => ({ part, ...changedWords(before, after) }));
  const [before, after] = [inForce.body.trim(), template.body.trim()];
  const body = before === after ? undefined : changedWords(before, after);
  return { parts, body, isEmpty: parts.length === 0 && !body };
}

function partsOf(template: ResponseTemplate): Record<string, string> {
  const inputs = Object.entries(template.inputs).flatMap(([name, { label, limit, choices }]) => [
    [`Question of ${name}`, label],
    [`Limit of ${name}`, String(limit)],
    ...(choices ? [[`Choices of ${name}`, choices.join('\n')]] : []),
  ]);
  return {
    Title: template.title,
    Summary: template.summary,
    'Approved by': APPROVAL_WORDS[template.approval],
    ...(Object.fromEntries(inputs) as Record<string, string>),
  };
}

function mayOf(actor: Actor, { found, inForceName, preview }: TemplateReview) {
  const { state, proposedBy, contributorIds } = found;
  const isOwn = proposedBy === actor.personId || contributorIds.includes(actor.personId);
  const isOutdated = state === 'proposed' && found.basedOn !== inForceName;
  const isSecond = can(actor, 'template:publish');
  const mayPropose = can(actor, 'template:propose');
  const isSound = preview !== undefined && preview.verdict !== 'block';
  return {
    edit: state === 'preparing' && mayPropose,
    propose: state === 'preparing' && mayPropose && isSound,
    publish: state === 'proposed' && isSecond && !isOwn && !isOutdated && isSound,
    waitsForSecond: state === 'proposed' && (isOwn || !isSecond) && !isOutdated,
    isOutdated,
    withdraw: (state === 'preparing' && mayPropose) || state === 'proposed',
    again: mayPropose && (isOutdated || state === 'superseded' || state === 'withdrawn'),
  };
}

/** The form of a version that is being prepared. @param typed what was typed into one that was refused. */
export function wordingView(
  { found, base, template, inForce }: TemplateReview,
  typed: Readonly<Record<string, unknown>>,
): PageView {
  const worded = template ?? inForce;
  const saved = wordingOf(worded);
  const isLate = typed['version'] !== undefined && Number(typed['version']) !== found.version;
  const body = typeof typed['body'] === 'string' ? typed['body'].replaceAll('\r\n', '\n') : '';
  return {
    page: {
      title: `Word “${base.title}” in your own way`,
      breadcrumbs: [
        ...crumbsOf(base),
        { href: `/admin/templates/versions/${found.id}`, text: `Version ${found.number}` },
      ],
    },
    action: `/admin/templates/versions/${found.id}/wording`,
    version: found.version,
    clash: isLate ? changedWords(saved.body, body.trim()) : undefined,
    facts: headingFacts(base),
    isHigh: base.approval === 'high',
    approvals: Object.entries(APPROVAL_WORDS).map(([value, text]) => ({ value, text })),
    questions: Object.entries(base.inputs).map(([name, { type, limit }]) => ({
      name,
      type,
      limit,
    })),
    variables: variableTable(base, worded),
    values: fieldsOf(base, saved),
  };
}

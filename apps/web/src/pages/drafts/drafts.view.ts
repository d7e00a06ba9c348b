import type { Case, CaseStanding } from '#cases';
import type { Prefill } from '#referrals';
import type {
  DraftRow,
  OfferedTemplates,
  Preview,
  PublishedBody,
  ResponseTemplate,
} from '#responses';
import type { PageView } from '../../http/page-renderer.js';
import { formatDateTime } from '../../views/filters.js';
import { caseBarOf } from '../cases/cases.view.js';
import { valuesOf, withSources } from './draft-prefills.js';
import {
  AUDIENCE_WORDS,
  CHANNEL_WORDS,
  RISK_TAGS,
  STATE_TAGS,
  templateWords,
  wordOf,
} from './draft-words.js';

/** The drafts of a case, and the templates for the next one. */
export function draftListView(
  found: Case,
  { drafts, offered }: { drafts: readonly DraftRow[]; offered: OfferedTemplates },
  standing: CaseStanding,
): PageView {
  const base = `/cases/${found.reference}/drafts`;
  const card = (template: ResponseTemplate) => ({
    href: `${base}/new?template=${template.id}`,
    title: template.title,
    summary: template.summary,
    audience: AUDIENCE_WORDS[template.audience],
  });
  return {
    page: { title: 'Drafts' },
    caseBar: caseBarOf(found, base, standing),
    isOpen: found.state === 'open',
    isDecided: found.primaryRoute !== null,
    table: {
      caption: 'Drafts of this case, newest first',
      captionHidden: true,
      columns: ['Draft', 'For', 'State', 'Check', 'Author', 'Changed'].map((text) => ({ text })),
      rows: drafts.map((draft) => ({ cells: draftCells(draft, base) })),
    },
    emergency: offered.urgent && card(offered.urgent),
    fitting: offered.fitting.map(card),
    others: offered.others.map(card),
  };
}

const VERDICT_WORDS = {
  pass: 'Nothing found',
  warn: 'Something to consider',
  block: 'Must be fixed',
} as const;

function draftCells(draft: DraftRow, base: string) {
  return [
    { text: draft.title, href: `${base}/${draft.id}`, note: wordOf(CHANNEL_WORDS, draft.channel) },
    {
      text: wordOf(AUDIENCE_WORDS, draft.audience),
      note: draft.isPrivileged
        ? `${RISK_TAGS[draft.risk].text}, privileged`
        : RISK_TAGS[draft.risk].text,
    },
    { tag: STATE_TAGS[draft.state] },
    { text: VERDICT_WORDS[draft.verdict] },
    { text: draft.authorName },
    { text: formatDateTime(draft.updatedAt) },
  ];
}

/** The form of a new draft: what is still asked for, and how the text will read. */
export function newDraftView(
  found: Case,
  {
    preview,
    bodies,
    prefills,
  }: { preview: Preview; bodies: readonly PublishedBody[]; prefills: readonly Prefill[] },
  standing: CaseStanding,
): PageView {
  const { template, body } = preview;
  const base = `/cases/${found.reference}/drafts`;
  return {
    page: { title: template.title },
    caseBar: caseBarOf(found, base, standing),
    template: {
      id: template.id,
      version: templateWords({
        templateVersion: template.version,
        templateNumber: template.ownNumber,
      }),
      summary: template.summary,
      facts: [
        { key: 'Goes out as', text: CHANNEL_WORDS[template.channel] },
        { key: 'Read by', text: AUDIENCE_WORDS[template.audience] },
        { key: 'Approval', text: RISK_TAGS[template.approval].text },
      ],
    },
    chooseAction: `${base}/new?template=${template.id}&body=${body.id ?? 'own'}`,
    action: `${base}/new/${template.id}/${body.id ?? 'own'}`,
    bodyName: body.name,
    bodyHref: body.id ? `/bodies/${body.id}` : '/bodies',
    bodies: bodies.map(({ id, name }) => ({ value: id ?? 'own', text: name })),
    isDoctorsAnyway: template.inTheNameOf === 'doctor',
    fields: withSources(fieldsOfDraft(preview), prefills),
    missing: missingOfBody(preview),
    sketch: preview.sketch,
    values: { ...valuesOf(prefills), body: body.id ?? 'own' },
  };
}

/** What the author of a draft is still asked for. */
export function fieldsOfDraft({ template, asked }: Preview) {
  return [...inputFields(template), ...asked.map(factField)];
}

function inputFields(template: ResponseTemplate) {
  return Object.entries(template.inputs).map(([name, input]) => ({
    name: `inputs-${name}`,
    label: input.label,
    hint: input.optional ? 'Optional' : undefined,
    kind: input.type === 'text' && input.limit > 200 ? 'long' : input.type,
    options: input.choices?.map((text) => ({ value: text, text })),
  }));
}

function factField({ name, kind, words, choices }: Preview['asked'][number]) {
  return {
    name: `facts-${name.replaceAll('.', '-')}`,
    label: words.charAt(0).toUpperCase() + words.slice(1),
    hint: kind === 'list' ? 'One on each line' : undefined,
    kind: choices ? 'choice' : kind === 'list' ? 'long' : kind,
    options: choices,
  };
}

/** What a public text needs and the body has not published: it is added there, never typed in here. */
export function missingOfBody({ rendering, asked }: Preview): string[] {
  if (rendering.state === 'rendered') return [];
  return rendering.faults
    .filter(({ field }) => field.startsWith('organisation.'))
    .filter(({ field }) => !asked.some(({ name }) => name === field))
    .map(({ message }) => message);
}

/** The answers of the form: `inputs-name` and `facts-group-leaf`; empty ones are not given. */
export function givenInForm(fields: Readonly<Record<string, string>>) {
  const inputs: Record<string, string> = {};
  const facts: Record<string, string> = {};
  for (const [field, value] of Object.entries(fields)) {
    const [kind, ...name] = field.split('-');
    if (value === '') continue;
    if (kind === 'inputs') inputs[name.join('-')] = value;
    if (kind === 'facts') facts[name.join('.')] = value;
  }
  return { inputs, facts };
}

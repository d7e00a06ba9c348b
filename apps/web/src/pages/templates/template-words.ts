import { JURISDICTIONS, PLATFORM_NAMES } from '#guidance';
import {
  AUDIENCES,
  FACT_LIMIT,
  isCleared,
  LABEL_WORDS,
  type ResponseTemplate,
  TEMPLATE_VARIABLES,
  type TemplateVariable,
} from '#responses';
import { formatDate, plural } from '../../views/filters.js';
import { AUDIENCE_WORDS, CHANNEL_WORDS } from '../drafts/draft-words.js';
import { routeOrAct } from '../rules/rule-words.js';

/** Whose approval a text needs. */
export const APPROVAL_WORDS = {
  low: 'Another adviser',
  high: 'An approver of high risk',
} as const;

const KIND_WORDS = { text: 'Text', date: 'Date', list: 'List', choice: 'Choice' } as const;

/** Which words of a template are in force. */
export function inForceWords(ownNumber: number | null): string {
  return ownNumber === null ? 'The words of Parapet' : `Own version ${ownNumber}`;
}

/** What the product decides of a template, and an organisation cannot change. */
export function headingFacts(base: ResponseTemplate) {
  const places = base.jurisdictions.map((key) => JURISDICTIONS[key]);
  const sites = base.platforms?.map((key) => PLATFORM_NAMES[key] ?? key);
  return [
    { key: 'Read by', text: AUDIENCE_WORDS[base.audience] },
    { key: 'Goes out as', text: CHANNEL_WORDS[base.channel] },
    { key: 'Route', text: routeOrAct(base.route) },
    { key: 'Nations', text: places.join(', ') },
    { key: 'Sites', text: sites?.join(', ') ?? 'All' },
    { key: 'Sources', text: base.sources.join(', ') },
    { key: 'Read again by', text: formatDate(`${base.reviewBy}T00:00:00Z`) },
  ];
}

/** The facts that a text for these readers may name, and what is asked of the author, as a table. */
export function variableTable(base: ResponseTemplate, worded: ResponseTemplate) {
  const isUsed = (name: string) => ({ text: worded.variables.includes(name) ? 'Yes' : 'No' });
  const asked = Object.entries(base.inputs).map(([name, input]) => [
    { text: `{{inputs.${name}}}` },
    { text: `Asked of the author: “${(worded.inputs[name] ?? input).label}”` },
    { text: KIND_WORDS[input.type] },
    { text: input.type === 'text' ? characters((worded.inputs[name] ?? input).limit) : '' },
    { text: capital(LABEL_WORDS[input.confidentiality]) },
    isUsed(`inputs.${name}`),
  ]);
  const known = clearedFor(base).map(([name, { kind, label, words }]) => [
    { text: `{{${name}}}` },
    { text: capital(words) },
    { text: KIND_WORDS[kind] },
    { text: kind === 'text' ? characters(FACT_LIMIT) : '' },
    { text: capital(LABEL_WORDS[label]) },
    isUsed(name),
  ]);
  return {
    caption: `What a text for ${AUDIENCES[base.audience].words} may name`,
    columns: ['Write', 'Stands for', 'Kind', 'At most', 'How confidential', 'In the words'].map(
      (column) => ({ text: column }),
    ),
    rows: [...asked, ...known].map((cells) => ({ cells })),
  };
}

function clearedFor({ audience }: ResponseTemplate): [string, TemplateVariable][] {
  return Object.entries(TEMPLATE_VARIABLES).filter(([, { label }]) => isCleared(audience, label));
}

function characters(limit: number): string {
  return plural(limit, 'character');
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import {
  type AccountEntry,
  areParallel,
  type CaseOverview,
  type HearingEntry,
  isRunning,
  type Proceeding,
  PROCEEDING_KINDS,
  type ProceedingFile,
  stagesOf,
} from '#cases';
import { type Actor, can } from '#identity';
import type { PageView } from '../../http/page-renderer.js';
import { formatDate } from '../../views/filters.js';
import { caseBarOf } from '../cases/cases.view.js';
import { accountTag } from './accounts.view.js';
import { hearingName, hearingTag, whenOf } from './hearings.view.js';

/** The proceedings about a case side by side, with the caution where more than one runs. */
export function proceedingsView(
  overview: CaseOverview,
  proceedings: readonly Proceeding[],
  actor: Actor,
): PageView {
  const { found } = overview;
  const base = `/cases/${found.reference}/proceedings`;
  return {
    page: { title: 'Proceedings' },
    caseBar: caseBarOf(found, base, overview),
    base,
    areParallel: areParallel(proceedings),
    table: {
      caption: 'Proceedings about this case',
      captionHidden: true,
      columns: ['Who runs them', 'What', 'Stage', 'Since', 'With the doctor'].map((text) => ({
        text,
      })),
      rows: proceedings.map((one) => ({ cells: cellsOf(one, base) })),
    },
    kinds: Object.entries(PROCEEDING_KINDS).map(([value, { text }]) => ({ value, text })),
    canWrite: can(actor, 'case:write') && found.state === 'open',
  };
}

function cellsOf(one: Proceeding, base: string) {
  return [
    { text: one.body, href: `${base}/${one.id}` },
    { text: PROCEEDING_KINDS[one.kind].text },
    { tag: stageTag(one) },
    { text: formatDate(one.stageOn) },
    { text: one.representative || 'Nobody yet' },
  ];
}

function stageTag(one: Proceeding) {
  const text = stagesOf(one.kind)[one.stage] ?? one.stage;
  return { text, colour: isRunning(one) ? 'blue' : 'grey' };
}

/** One of the proceedings: its stages, its hearings, and what the doctor said in it. */
export function proceedingView(
  overview: CaseOverview,
  file: ProceedingFile & {
    hearings: readonly HearingEntry[];
    accounts: readonly AccountEntry[];
  },
  actor: Actor,
): PageView {
  const { found, proceeding, stages } = file;
  const list = `/cases/${found.reference}/proceedings`;
  const base = `${list}/${proceeding.id}`;
  const words = stagesOf(proceeding.kind);
  return {
    page: { title: proceeding.body, caption: PROCEEDING_KINDS[proceeding.kind].text },
    caseBar: caseBarOf(found, list, overview),
    list,
    base,
    privilegeHref: proceeding.kind === 'claim' && `/cases/${found.reference}/privilege`,
    state: stageTag(proceeding),
    facts: [
      { key: 'Since', text: formatDate(proceeding.stageOn) },
      { key: 'Their reference', text: proceeding.theirReference },
      { key: 'Represents the doctor', text: proceeding.representative || 'Nobody yet' },
    ],
    stages: stages.map(({ stage, happenedOn, note, recordedByName }) => ({
      key: formatDate(happenedOn),
      lines: [words[stage] ?? stage, ...(note ? [note] : []), `Recorded by ${recordedByName}`],
    })),
    hearings: hearingsTable(file.hearings, base),
    accounts: accountsTable(file.accounts, base),
    choices: Object.entries(words).map(([value, text]) => ({ value, text })),
    canWrite: can(actor, 'case:write') && found.state === 'open' && isRunning(proceeding),
    version: String(proceeding.version),
    values: { representative: proceeding.representative },
  };
}

function hearingsTable(hearings: readonly HearingEntry[], base: string) {
  return {
    caption: 'Hearings',
    captionHidden: true,
    columns: ['Hearing', 'State', 'When', 'Where'].map((text) => ({ text })),
    rows: hearings.map((hearing) => ({
      cells: [
        { text: hearingName(hearing), href: `${base}/hearings/${hearing.id}` },
        { tag: hearingTag(hearing) },
        { text: whenOf(hearing) },
        { text: hearing.venue },
      ],
    })),
  };
}

function accountsTable(accounts: readonly AccountEntry[], base: string) {
  return {
    caption: 'What the doctor said',
    captionHidden: true,
    columns: ['To', 'State', 'Given', 'Held against the others'].map((text) => ({ text })),
    rows: accounts.map((account) => ({
      cells: [
        { text: account.givenTo, href: `${base}/accounts/${account.id}` },
        { tag: accountTag(account) },
        { text: account.givenOn ? formatDate(account.givenOn) : 'Not yet' },
        {
          text: account.differences.length > 0 ? 'Differs: read it' : 'Nothing stands against it',
        },
      ],
    })),
  };
}

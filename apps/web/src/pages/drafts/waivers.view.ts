import type { CaseStanding } from '#cases';
import type { Category } from '#confidentiality';
import { type Actor, can } from '#identity';
import type { Page } from '#kernel';
import type { RecheckIndex } from '#knowledge';
import {
  type DraftFile,
  isBlocking,
  isWaivable,
  stillBlocking,
  type WaitingWaiver,
  waiverOf,
} from '#responses';
import type { PageView } from '../../http/page-renderer.js';
import { formatDateTime } from '../../views/filters.js';
import { listPages } from '../../views/list-pages.js';
import { frameOf } from './draft.view.js';
import { markedFindings } from './findings.view.js';
import { toldWaiver } from './told-waivers.js';

/** The page on which approvers let findings of one draft pass. */
export function waiversView(
  file: DraftFile,
  actor: Actor,
  { sources, standing }: { sources: RecheckIndex; standing: CaseStanding },
): PageView {
  const { draft, report } = file;
  const blocking = report.findings.filter(isBlocking);
  const untouched = blocking.filter((one) => isWaivable(one) && !waiverOf(draft, one));
  const refusal = refusalOf(file, actor);
  return {
    ...frameOf(file, 'Findings that may be let pass', standing),
    marked: markedFindings(draft.text, report.findings, sources),
    hasFindings: report.findings.length > 0,
    never: blocking
      .filter((one) => !isWaivable(one))
      .map((one) => ({ quote: quoteOf(draft.text, one), why: one.why })),
    waived: draft.waivers.map((waiver) => ({
      ...toldWaiver(waiver, draft.text, (id) => file.names.get(id)),
      why: blocking.find((one) => waiverOf(draft, one)?.id === waiver.id)?.why,
      href: `/cases/${file.found.reference}/drafts/${draft.id}/waivers/${waiver.id}/second`,
      canSecond: !refusal && waiver.secondedBy === null && waiver.waivedBy !== actor.personId,
      isOwn: waiver.waivedBy === actor.personId,
    })),
    options: untouched.map((one) => ({
      value: `${one.rule}@${one.start}-${one.end}`,
      text: `“${quoteOf(draft.text, one)}”`,
      hint: one.why,
    })),
    refusal,
    isThrough: blocking.length > 0 && stillBlocking(draft, report.findings).length === 0,
  };
}

function refusalOf({ draft, found }: DraftFile, actor: Actor): string | undefined {
  if (found.state === 'closed') return 'This case is closed, so its drafts stay as they are.';
  if (draft.state !== 'draft' && draft.state !== 'returned') {
    return 'Findings are let pass while a draft is being written, not later.';
  }
  if (draft.contributorIds.includes(actor.personId)) {
    return 'You have written words of this draft, so two other people decide.';
  }
  return can(actor, 'draft:approve-high') ? undefined : 'Two lead advisers decide on it.';
}

function quoteOf(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(start, end);
}

/** What kind of finding it is, of the kinds that are let pass at all. */
const KIND_WORDS: Partial<Record<Category, string>> = {
  clinical_disclosure: 'Clinical information',
  relationship_confirmation: 'Says that somebody was cared for',
  encounter_detail: 'Date or time of contact',
  quasi_identifier: 'Description of a person',
  third_party: 'Somebody else in a person’s life',
  echo_of_post: 'Repeats the post',
  over_disclosure: 'More than the readers need',
};
const MOST_WORDS = 100;

/** The beginning of words that fill more than a row. */
function shortened(words: string): string {
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).trimEnd()} …` : words;
}

/** All that waits for a second approver. */
export function waitingWaiversView({ items, next }: Page<WaitingWaiver>, actor: Actor): PageView {
  const columns = ['Words', 'Draft', 'Case', 'Let pass by', 'Since', 'You'];
  return {
    page: { title: 'Findings that wait for a second approver' },
    table: {
      caption: 'Findings that one approver lets pass, the oldest first',
      captionHidden: true,
      columns: columns.map((text) => ({ text })),
      rows: items.map((row) => ({ cells: waitingCells(row, actor) })),
    },
    pages: listPages('/waivers', next),
  };
}

function waitingCells(row: WaitingWaiver, { personId }: Actor) {
  const { reference, draftId, title, waivedBy, waivedByName, waivedAt, contributorIds } = row;
  const words = `“${shortened(row.words)}”`;
  const isOut = waivedBy === personId || contributorIds.includes(personId);
  return [
    {
      text: words,
      note: KIND_WORDS[row.category],
      href: `/cases/${reference}/drafts/${draftId}/waivers`,
    },
    { text: title },
    { text: reference },
    { text: waivedByName },
    { text: formatDateTime(waivedAt) },
    { text: isOut ? 'Another lead adviser decides' : 'You can decide' },
  ];
}

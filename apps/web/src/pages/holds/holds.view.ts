import { type CaseOverview, type Hold, HOLD_ASKED_BY, type HoldWords } from '#cases';
import { type EvidenceItem, nameOf } from '#evidence';
import { type Actor, can } from '#identity';
import type { PageView } from '../../http/page-renderer.js';
import { formatDate, formatDateTime, todayOn } from '../../views/filters.js';
import { caseBarOf } from '../cases/cases.view.js';

/** What the page of holds shows besides the case. */
interface HoldsOfCase {
  readonly holds: readonly Hold[];
  readonly items: readonly EvidenceItem[];
  /** The item that a new hold is to be on, where its page led here. */
  readonly item: string;
}

/** What must be kept as it is, why, and the forms that set and lift it. */
export function holdsView(
  overview: CaseOverview,
  { holds, items, item }: HoldsOfCase,
  actor: Actor,
): PageView {
  const { found } = overview;
  const base = `/cases/${found.reference}/holds`;
  return {
    page: { title: 'Holds' },
    caseBar: caseBarOf(found, base, overview),
    base,
    canWrite: can(actor, 'case:write'),
    holds: holds.map((hold) => holdModel(hold, items, actor)),
    items: items.map((one) => ({ value: one.id, text: `${nameOf(one)} alone` })),
    askedBy: Object.entries(HOLD_ASKED_BY).map(([value, text]) => ({ value, text })),
    values: { evidenceId: item, fromOn: todayOn(overview.readAt) },
  };
}

/** One hold, with the form that asks to lift it or decides. */
export function holdView(
  overview: CaseOverview,
  { hold, items }: { hold: Hold; items: readonly EvidenceItem[] },
  actor: Actor,
): PageView {
  const { found } = overview;
  const list = `/cases/${found.reference}/holds`;
  return {
    page: { title: 'Hold' },
    caseBar: caseBarOf(found, list, overview),
    list,
    base: `${list}/${hold.id}`,
    hold: holdModel(hold, items, actor),
  };
}

function holdModel(hold: Hold, items: readonly EvidenceItem[], actor: Actor) {
  const { liftAsked, lifted } = hold;
  const item = items.find(({ id }) => id === hold.evidenceId);
  return {
    id: hold.id,
    version: hold.version,
    title: item ? `On ${nameOf(item)}` : 'On the whole case',
    state: lifted ? { text: 'Lifted', colour: 'grey' } : { text: 'On hold', colour: 'red' },
    facts: holdFacts(hold),
    canAsk: !lifted && !liftAsked && can(actor, 'case:write'),
    isOwnRequest: !lifted && liftAsked?.by === actor.personId,
    canDecide: !lifted && !!liftAsked && liftAsked.by !== actor.personId && can(actor, 'hold:lift'),
    waits: !lifted && !!liftAsked,
  };
}

function holdFacts(hold: Hold) {
  return [
    { key: 'Who asks for it', text: HOLD_ASKED_BY[hold.askedBy] },
    { key: 'Their reference', text: hold.theirReference || 'None' },
    { key: 'Why', text: hold.reason },
    { key: 'From', text: formatDate(hold.fromOn) },
    { key: 'Look again on', text: formatDate(hold.reviewOn) },
    { key: 'Set by', text: `${hold.setByName}, ${formatDateTime(hold.setAt)}` },
    ...said('Somebody asks to lift it', hold.liftAsked),
    ...said('Left on after a second look', hold.keptOn),
    ...said('Lifted', hold.lifted),
  ];
}

function said(key: string, words: HoldWords | null) {
  if (!words) return [];
  return [{ key, lines: [`${words.byName}, ${formatDateTime(words.at)}`, words.reason] }];
}

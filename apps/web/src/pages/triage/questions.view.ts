import {
  AGE_OF_POST,
  type CaseStanding,
  dateOfPost,
  type GroupProgress,
  nextGroup,
  progressOf,
  type QuestionGroupId,
  type TriagedCase,
} from '#cases';
import type { LoadedPack } from '#triage';
import type { PageView } from '../../http/page-renderer.js';
import { plural } from '../../views/filters.js';
import { caseBarOf } from '../cases/cases.view.js';
import { panelOf } from './advice-panel.view.js';
import { questionOf, sayAnswer } from './answer-words.js';
import { fieldsOf, listedOf, valuesOf } from './question-fields.js';

/** Reasons shown for one question. */
const MOST_REASONS = 3;

/** The first page of triage: which questions are answered, which are open. */
export function triageView(known: TriagedCase, standing: CaseStanding): PageView {
  const { found, facts, answers, pack } = known;
  const base = `/cases/${found.reference}/triage`;
  const progress = progressOf(facts, answers.unsure, pack);
  const next = nextGroup(progress);
  return {
    page: { title: 'Triage' },
    caseBar: caseBarOf(found, base, standing),
    base,
    tasks: progress.map((one) => taskOf(one, base)),
    start: {
      href: next && `${base}/questions/${next}`,
      text: answers.version === 0 ? 'Start triage' : 'Go on with the questions',
    },
    isReady: progress.every(({ required }) => required.length === 0),
    replaced: replacedView(known),
    panel: panelOf(known, progress, dateOfPost(found, standing.readAt)),
  };
}

/** One page of questions. */
export function questionsView(
  known: TriagedCase,
  id: QuestionGroupId,
  standing: CaseStanding,
): PageView {
  const { found, facts, answers, pack } = known;
  const base = `/cases/${found.reference}/triage`;
  const progress = progressOf(facts, answers.unsure, pack);
  const page = progress.find(({ group }) => group.id === id)!;
  const shown = shownOn(page, known);
  return {
    page: { title: page.group.title, backLink: { href: base, text: 'All questions' } },
    caseBar: caseBarOf(found, base, standing),
    base,
    action: `${base}/questions/${id}`,
    step: stepOf(progress, id),
    questions: fieldsOf(shown, page, known),
    asked: listedOf(shown, page.required),
    reasons: shown.map((name) => ({ question: questionOf(name), whys: whysOf(name, pack) })),
    version: answers.version,
    values: valuesOf(shown, page, known),
    replaced: replacedView(known),
    panel: panelOf(known, progress, dateOfPost(found, standing.readAt)),
  };
}

/** The panel beside the questions by itself. */
export function panelView(known: TriagedCase, { readAt }: CaseStanding) {
  const progress = progressOf(known.facts, known.answers.unsure, known.pack);
  return panelOf(known, progress, dateOfPost(known.found, readAt));
}

/** The facts that a page asks or shows, in its order. */
export function shownOn(
  { group, open, answered, weighed }: GroupProgress,
  { found }: TriagedCase,
): readonly string[] {
  const asked = new Set([...open, ...answered, ...(open.length > 0 ? weighed : [])]);
  // Counted from the day on the case, the age of the post is nothing that a person answers.
  return group.facts.filter(
    (name) => asked.has(name) && (name !== AGE_OF_POST || found.postedOn === null),
  );
}

/** Which page this is of about how many: those answered so far, and those with open questions. */
function stepOf(progress: readonly GroupProgress[], id: QuestionGroupId) {
  const isDone = ({ open, group, answered }: GroupProgress) =>
    open.length === 0 && group.id !== 'background' && answered.length > 0;
  const done = progress.filter((one) => isDone(one) && one.group.id !== id).length;
  const left = progress.filter(({ open, group }) => open.length > 0 && group.id !== id).length;
  return { number: done + 1, total: done + 1 + left };
}

function taskOf({ group, open, required, answered, idle }: GroupProgress, base: string) {
  const hints = [
    ...(answered.length > 0 ? [`${plural(answered.length, 'answer')} so far`] : []),
    ...(idle.length > 0 && group.id !== 'background'
      ? [`${idle.length} of them make no difference now`]
      : []),
  ];
  const status =
    required.length > 0
      ? { text: `${required.length} must be asked`, colour: 'red' }
      : open.length > 0
        ? { text: `${open.length} open`, colour: 'blue' }
        : { text: 'Nothing to ask' };
  const hasPage = open.length + answered.length > 0;
  const href = hasPage ? `${base}/questions/${group.id}` : undefined;
  const hint = hints.length > 0 ? hints.join(', ') : undefined;
  return { id: group.id, text: group.title, href, hint, status };
}

/** What a change of answers left without effect, and what it replaced. */
function replacedView({ facts, answers: { replaced, unsure } }: TriagedCase) {
  if (replaced === null) return undefined;
  const say = (name: string, from: { facts: typeof facts; unsure: readonly string[] }) =>
    from.unsure.includes(name) ? 'Not sure' : sayAnswer(name, from.facts[name] ?? null);
  const changed = [...Object.keys(replaced.facts), ...replaced.unsure];
  const now = { facts, unsure };
  const telling = replaced.idle.filter(
    (name) => !['No', 'None', 'Not sure'].includes(say(name, now)),
  );
  return {
    changed: changed.map((name) => ({
      question: questionOf(name),
      from: say(name, replaced),
      to: Object.hasOwn(facts, name) || unsure.includes(name) ? say(name, now) : 'no answer',
    })),
    idle: telling.map((name) => ({ question: questionOf(name), answer: say(name, now) })),
    others: replaced.idle.length - telling.length,
  };
}

/** The rules that name a fact say why it is asked; where it works through another fact, those that rest on it. */
function whysOf(name: string, { compiled: { rules } }: LoadedPack): readonly string[] {
  const naming = rules.filter(({ item }) => new RegExp(`\\b${name}\\b`).test(item.when));
  const resting = rules.filter(({ restsOn }) => restsOn.includes(name));
  const shown = (naming.length > 0 ? naming : resting).slice(0, MOST_REASONS);
  return shown.map(({ item }) => item.why);
}

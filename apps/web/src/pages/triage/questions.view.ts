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
import { type FactDefinition, type FactValue, type LoadedPack, RULE_PACK } from '#triage';
import type { PageView } from '../../http/page-renderer.js';
import { plural } from '../../views/filters.js';
import { caseBarOf } from '../cases/cases.view.js';
import { panelOf } from './advice-panel.view.js';
import { questionOf, UNSURE } from './triage-forms.js';

/** More choices than this are shown as a list to pick from. */
const MOST_RADIOS = 9;
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
  const at = progress.findIndex(({ group }) => group.id === id);
  const { group, open, answered, required } = progress[at]!;
  const shown = group.facts
    .filter((name) => open.includes(name) || answered.includes(name))
    // Counted from the day on the case, it is nothing that a person answers.
    .filter((name) => name !== AGE_OF_POST || found.postedOn === null);
  return {
    page: { title: group.title, backLink: { href: base, text: 'All questions' } },
    caseBar: caseBarOf(found, base, standing),
    base,
    action: `${base}/questions/${id}`,
    step: { number: at + 1, total: progress.length },
    questions: shown.map((name) => fieldOf(name, required.includes(name))),
    reasons: shown.map((name) => ({ question: questionOf(name), whys: whysOf(name, pack) })),
    version: answers.version,
    values: valuesOf(shown, known),
    panel: panelOf(known, progress, dateOfPost(found, standing.readAt)),
  };
}

/** An answer in words. */
export function sayAnswer(fact: string, value: FactValue): string {
  const found = definitionOf(fact);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (value === null) return 'None';
  return (found?.type === 'enum' ? found.labels[String(value)] : undefined) ?? String(value);
}

function taskOf({ group, open, required, answered }: GroupProgress, base: string) {
  const hint = answered.length > 0 ? `${plural(answered.length, 'answer')} so far` : undefined;
  const status =
    required.length > 0
      ? { text: `${required.length} must be asked`, colour: 'red' }
      : open.length > 0
        ? { text: `${open.length} open`, colour: 'blue' }
        : { text: 'Nothing to ask' };
  const hasPage = open.length + answered.length > 0;
  const href = hasPage ? `${base}/questions/${group.id}` : undefined;
  return { id: group.id, text: group.title, href, hint, status };
}

function fieldOf(name: string, isRequired: boolean) {
  const fact = definitionOf(name)!;
  const unsure = { value: UNSURE, text: 'Not sure', hint: unsureMeans(fact) };
  const field = { name, label: fact.question, isRequired };
  if (fact.type === 'bool') {
    const options = [{ value: 'true', text: 'Yes' }, { value: 'false', text: 'No' }, unsure];
    return { ...field, kind: 'radios', options };
  }
  if (fact.type !== 'enum') return { ...field, kind: 'number', unsureMeans: unsure.hint };
  const options = fact.values.map((value) => ({ value, text: fact.labels[value] ?? value }));
  const kind = options.length > MOST_RADIOS ? 'select' : 'radios';
  return { ...field, kind, options: [...options, unsure] };
}

function unsureMeans(fact: FactDefinition): string {
  const asked = RULE_PACK.mustAsk.find((one) => one.fact === fact.name);
  const normal = `Counts as “${sayAnswer(fact.name, fact.default)}” for the route`;
  if (!asked) return `${normal}.`;
  return `${normal}, and as “${sayAnswer(fact.name, asked.unsureCountsAs)}” for urgency and clocks.`;
}

/** The rules that name a fact say why it is asked; where it works through another fact, those that rest on it. */
function whysOf(name: string, { compiled: { rules } }: LoadedPack): readonly string[] {
  const naming = rules.filter(({ item }) => new RegExp(`\\b${name}\\b`).test(item.when));
  const resting = rules.filter(({ restsOn }) => restsOn.includes(name));
  const shown = (naming.length > 0 ? naming : resting).slice(0, MOST_REASONS);
  return shown.map(({ item }) => item.why);
}

function valuesOf(names: readonly string[], { facts, answers }: TriagedCase) {
  const given = names.flatMap((name) => {
    if (answers.unsure.includes(name)) return [[name, UNSURE]];
    const value = facts[name];
    return value === undefined ? [] : [[name, value === null ? '' : String(value)]];
  });
  return { ...Object.fromEntries(given), unsure: answers.unsure };
}

function definitionOf(name: string): FactDefinition | undefined {
  return RULE_PACK.facts.find((fact) => fact.name === name);
}

import {
  type Facts,
  idleAnswers,
  type LoadedPack,
  mustAsk,
  type OpenQuestion,
  openQuestions,
  RULE_PACK,
  weighedOnly,
} from '#triage';
import { QUESTION_GROUPS, type QuestionGroup, type QuestionGroupId } from './question-groups.js';

/** How far the questions of one group are answered. */
export interface GroupProgress {
  readonly group: QuestionGroup & { id: QuestionGroupId };
  /** Facts of the group that are still worth asking. */
  readonly open: readonly string[];
  /** Those among them without which no advice can be adopted. */
  readonly required: readonly string[];
  /** Facts of the group that have an answer, "not sure" included. */
  readonly answered: readonly string[];
  /** Answers that make no difference with the others as they are; they are kept. */
  readonly idle: readonly string[];
  /** Facts without an answer that no rule reads and that weigh in severity: shown where the page is asked anyway. */
  readonly weighed: readonly string[];
  /** How many rules that decide the route or a clock wait for this page, then how many others. */
  readonly waiting: readonly [deciding: number, besides: number];
}

/** Where triage of a case stands, group by group. */
export function progressOf(
  facts: Facts,
  unsure: readonly string[],
  pack: LoadedPack = RULE_PACK,
): readonly GroupProgress[] {
  const answered = new Set([...Object.keys(facts), ...unsure]);
  const open = openQuestions(facts, answered, pack);
  const idle = new Set(idleAnswers(facts, unsure, pack));
  const weighed = new Set(weighedOnly(facts, answered, pack));
  return QUESTION_GROUPS.map((group) => {
    const asking = group.facts.flatMap((name) => open.filter(({ fact }) => fact === name));
    return {
      group,
      open: asking.map(({ fact }) => fact),
      required: asking.filter(({ isRequired }) => isRequired).map(({ fact }) => fact),
      answered: group.facts.filter((name) => answered.has(name)),
      idle: group.facts.filter((name) => idle.has(name)),
      weighed: group.facts.filter((name) => weighed.has(name)),
      waiting: [waitingFor(asking, 'route-or-clock'), waitingFor(asking, 'besides')],
    };
  });
}

/** The facts that must be asked before advice can be adopted and were not yet. */
export function mustAskOpen(
  facts: Facts,
  unsure: readonly string[],
  pack: LoadedPack = RULE_PACK,
): readonly string[] {
  return mustAsk(facts, pack).filter(
    (name) => !Object.hasOwn(facts, name) && !unsure.includes(name),
  );
}

/**
 * The group to ask next: one with questions that must be asked, else the one that most of the rules wait for
 * which can still change the route or a clock; undefined when no question could change anything.
 */
export function nextGroup(progress: readonly GroupProgress[]): QuestionGroupId | undefined {
  const must = groupRequired(progress);
  if (must) return must;
  const [next] = progress.filter(({ open }) => open.length > 0).toSorted(byWaiting);
  return next?.group.id;
}

/** The first group with questions that must be asked before advice can be adopted. */
export function groupRequired(progress: readonly GroupProgress[]): QuestionGroupId | undefined {
  return progress.find(({ required }) => required.length > 0)?.group.id;
}

function byWaiting({ waiting: [a, c] }: GroupProgress, { waiting: [b, d] }: GroupProgress): number {
  return b - a || d - c;
}

function waitingFor(asking: readonly OpenQuestion[], stake: OpenQuestion['stake']): number {
  return asking.filter((one) => one.stake === stake).reduce((sum, { rules }) => sum + rules, 0);
}

import type { CaseKeeping } from '#cases';
import type { Jurisdiction } from '#deadlines';
import type { Permission } from '#identity';
import type { RouteId } from '#triage';
import type { ReferralRoute } from '../referral.js';
import type { Answers } from './answers.js';

export const QUESTION_TYPES = [
  'line',
  'text',
  'choice',
  'choices',
  'yes-no',
  'date',
  'date-time',
  'person',
] as const;
/**
 * How a question is answered: in one line, in a longer text, by one or several of the options, by yes or no, by a
 * civil date, by day and time on the clock on the wall (`2026-11-25T09:30`), or by naming a caseworker.
 */
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** Holds where the answer to a question is this, or one of these; of several options, where one of them is. */
export interface AnswerIs {
  readonly question: string;
  readonly is: string | readonly string[];
}

/** Holds where this, or one of these, was decided at sign-off. */
export interface DecisionIs {
  readonly decision: string | readonly string[];
}

/** A choice that a question or a decision offers. */
export interface WorksheetOption {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

/** One question of a worksheet. */
export interface Question {
  /** Camel case; the name of its field, and of its answer in the API. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly type: QuestionType;
  /** Of `choice` and `choices`. */
  readonly options?: readonly WorksheetOption[];
  /** Whether it must be answered before sign-off, or before the step that needs it. */
  readonly isRequired?: boolean;
  /** Whether the answer is about a patient or lets somebody be found: it is kept sealed with the key of the case. */
  readonly isSensitive?: boolean;
  /** Days and times that lie ahead are refused. */
  readonly isPast?: boolean;
  /** Asked only where this holds; the answer counts for nothing elsewhere. */
  readonly shownIf?: AnswerIs;
}

/** Questions that belong together. */
export interface WorksheetSection {
  readonly title: string;
  readonly intro?: string;
  /** `before` is filled in until sign-off and then stands; `after` is filled in from sign-off on. */
  readonly stage?: 'before' | 'after';
  readonly questions: readonly [Question, ...Question[]];
}

/** A task that comes of a sign-off or a step. */
export interface TaskToMake {
  /** Kebab case, once in its kind: the same step makes no second task. */
  readonly key: string;
  readonly title: string;
  /** Due so many working days from the day of the step, in the calendar of the case's nation. */
  readonly workingDays?: number;
  /** Due on the day that is the answer to this question. */
  readonly dueOn?: string;
  readonly when?: AnswerIs | DecisionIs;
}

/** A clock that starts, where the nation of the case knows it; one that runs is counted anew. */
export interface ClockToRun {
  /** Id of a deadline rule. */
  readonly deadline: string;
  /** Question whose answer is the start. */
  readonly startFrom?: string;
  /** Question whose answer says who became aware. */
  readonly noticedByFrom?: string;
  /** Question whose answer is the date itself, for clocks whose rule has no number. */
  readonly statedFrom?: string;
  readonly when?: AnswerIs | DecisionIs;
}

/** A referral that is decided by the sign-off, in the name and with the reason of who signs. Nothing is sent. */
export interface ReferralToMake {
  readonly route: ReferralRoute;
  /** Question whose answer names the recipient; without an answer it is the default of the route. */
  readonly recipientFrom?: string;
  readonly recipient: string;
  readonly when?: AnswerIs | DecisionIs;
}

/** What comes of a sign-off or a step, as data. */
export interface Consequences {
  readonly tasks?: readonly TaskToMake[];
  readonly clocks?: readonly ClockToRun[];
  readonly referrals?: readonly ReferralToMake[];
  /** Tasks that the decision on the route made and that are done by this, by their step. */
  readonly finishes?: readonly string[];
}

/** Something that is still missing: in words, at the question where it can be mended. */
export interface Missing {
  readonly question: string;
  readonly text: string;
}

/** What the rules of a kind say about the answers, before anybody decides. */
export interface RuleWord {
  /** Of what it speaks: `Defence of a claim`. */
  readonly about: string;
  readonly says: string;
  readonly why: string;
}

/** The case as it is when a worksheet of it is signed off. */
export interface CaseAtSigning extends CaseKeeping {
  /** Civil date of today in its nation. */
  readonly today: string;
}

/** How a worksheet is signed off. */
export interface SignOff {
  readonly right: Permission;
  /** Who does it, in words: `A lead adviser`. */
  readonly by: string;
  /** Whether it must be somebody who filled in nothing of it. */
  readonly needsOther?: boolean;
  /** What can be decided; without any, signing says only that the worksheet is complete. */
  readonly decisions?: readonly [WorksheetOption, ...WorksheetOption[]];
  /** What is missing besides unanswered questions. Pure. @param answers those that count. */
  readonly check?: (answers: Answers) => readonly Missing[];
  /** What of the case itself stands in the way, whatever was answered. Pure. @param answers those that count. */
  readonly stops?: (found: CaseAtSigning, answers: Answers) => readonly Missing[];
  /** What the rules say; shown beside the answers, and decides nothing. Pure. @param answers those that count. */
  readonly rules?: (answers: Answers) => readonly RuleWord[];
  /** Why this cannot be decided on these answers, in words; undefined where it can. Pure. @param answers those that count. */
  readonly bars?: (answers: Answers, decision: string) => string | undefined;
  readonly brings?: Consequences;
}

/** A step that a person takes after sign-off. */
export interface WorksheetStep {
  /** Kebab case. */
  readonly id: string;
  /** Words of the button. */
  readonly label: string;
  readonly from: readonly string[];
  readonly to: string;
  /** Questions that must be answered first. */
  readonly needs?: readonly string[];
  readonly brings?: Consequences;
}

/** A field of drafts that asks again for what was asked here. */
export interface FilledField {
  /** Ids of templates that are for somebody by name: what everybody reads is filled in by no case. */
  readonly templates: readonly [string, ...string[]];
  /** `inputs.` or `facts.` with the name that the templates give it. */
  readonly field: string;
  readonly question: string;
}

/** The words of a state. */
export interface StateWords {
  readonly text: string;
  /** A colour of govuk tags. */
  readonly colour: string;
}

/** Casework that people outside the caseworkers do on the cases of their own route. */
export type Desk = 'press_office' | 'data_protection';

/** One kind of worksheet: data and pure rules. One template, one table and one service serve all kinds. */
export interface WorksheetKind {
  /** Kebab case; stands in the address. */
  readonly id: string;
  /** It may be opened on a case where one of these is decided. */
  readonly routes: readonly [RouteId, ...RouteId[]];
  /** Whether it may be opened on any case. */
  readonly isAlways?: boolean;
  /** Where it has a meaning at all; everywhere unless given. */
  readonly nations?: readonly [Jurisdiction, ...Jurisdiction[]];
  /** Whose desk fills it in as well as the caseworkers, on the cases of that route. */
  readonly desk?: Desk;
  readonly title: string;
  readonly intro: readonly string[];
  /** Why everything of the case is put on hold from the moment at which it is opened. */
  readonly holdsFromOpening?: string;
  /** What is otherwise from nation to nation, for the one of the case. Pure. */
  readonly nationIntro?: (nation: Jurisdiction) => readonly string[];
  /** Keys of the guidance that it rests on. */
  readonly citations: readonly string[];
  readonly sections: readonly [WorksheetSection, ...WorksheetSection[]];
  readonly signOff: SignOff;
  /** States after `signed`, besides the ones that all kinds have. */
  readonly states?: Readonly<Record<string, StateWords>>;
  readonly steps?: readonly WorksheetStep[];
  /** Ids of templates that are of use once it is signed. */
  readonly templates?: readonly string[];
  /** What its answers fill in drafts. */
  readonly fills?: readonly FilledField[];
  /** Whether its page leads to who may see the case. */
  readonly offersWall?: boolean;
  /** The route on which nothing can be referred but with this worksheet signed and one of these decided. */
  readonly permits?: { readonly route: ReferralRoute; readonly decisions: readonly string[] };
}

/** The states that all kinds have. */
export const COMMON_STATES = {
  open: { text: 'Being filled in', colour: 'yellow' },
  signed: { text: 'Signed off', colour: 'green' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
} as const satisfies Readonly<Record<string, StateWords>>;

/** Every question of a kind. */
export function questionsOf({ sections }: WorksheetKind): readonly Question[] {
  return sections.flatMap(({ questions }) => questions);
}

/** The words of a state. */
export function stateWords(kind: WorksheetKind, state: string): StateWords {
  const words: Readonly<Record<string, StateWords>> = { ...COMMON_STATES, ...kind.states };
  return words[state] ?? { text: state, colour: 'grey' };
}

/** The steps that can follow a state. */
export function stepsFrom({ steps = [] }: WorksheetKind, state: string): readonly WorksheetStep[] {
  return steps.filter(({ from }) => from.includes(state));
}

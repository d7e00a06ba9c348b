import type { CaseId, Id, OrganisationId, PersonId } from '#kernel';
import type {
  ActId,
  Change,
  ClockToStart,
  Facts,
  Overruled,
  RouteId,
  ScoredPart,
  Severity,
  TracedRule,
  UrgencyAssessment,
} from '#triage';
import type { ReplacedAnswers } from './replaced-answers.js';

/** What was answered on a case: facts by name, and the facts answered "not sure". */
export interface CaseAnswers {
  readonly facts: Facts;
  readonly unsure: readonly string[];
  /** 0 where nothing was stored yet; raised with every change. */
  readonly version: number;
  /** What the last change replaced that left other answers without effect; null where none did. */
  readonly replaced: ReplacedAnswers | null;
}

/** A source as it was cited; `label` says where it was not verified. */
export interface AdviceSource {
  readonly key: string;
  readonly label: string;
  readonly gist: string;
}

/** A rule that held, as it is recorded. */
export interface AdviceReason {
  readonly id: string;
  readonly why: string;
  readonly cites: readonly string[];
  /** Names of the facts that it was read from. */
  readonly restsOn: readonly string[];
}

/** What the rules said of a case at one moment, in the form that is kept. */
export interface Advice {
  readonly primary: RouteId;
  readonly also: readonly RouteId[];
  readonly never: readonly (RouteId | ActId)[];
  readonly deadlines: readonly string[];
  readonly rules: readonly AdviceReason[];
  readonly overruled: readonly Overruled[];
  readonly sources: readonly AdviceSource[];
  /** The reasons in sentences, for the file. */
  readonly sentences: readonly string[];
  readonly wouldChange: readonly Change[];
  readonly notAsked: readonly string[];
  readonly clocks: readonly ClockToStart[];
  readonly urgency: UrgencyAssessment;
}

/** Advice with all that explains it. What advice kept before 2026.11.2 does not have is left out there. */
export interface ExplainedAdvice extends Advice {
  /** Every rule of the pack, as it was considered. */
  readonly trace?: readonly TracedRule[];
  /** The nearest single fact that would give another primary route; null where none would. */
  readonly nearest?: Change | null;
  readonly severity?: Severity;
  /** Work, regulator, law and money. */
  readonly exposure?: readonly ScoredPart[];
}

/** Advice on a case, kept with what it rests on. */
export interface Assessment {
  readonly id: Id;
  readonly organisationId: OrganisationId;
  readonly caseId: CaseId;
  readonly facts: Facts;
  readonly unsure: readonly string[];
  readonly packVersion: string;
  /** Civil date whose editions are cited: that of the post, else the day it was seen. */
  readonly assessedFor: string;
  readonly recommendation: ExplainedAdvice;
  readonly assessedBy: PersonId;
  readonly assessedAt: Date;
}

/** What a named person chose; a reason where it is not what was recommended. */
export interface Decision {
  readonly id: Id;
  readonly organisationId: OrganisationId;
  readonly caseId: CaseId;
  readonly assessmentId: Id;
  readonly route: RouteId;
  readonly also: readonly RouteId[];
  readonly isOverride: boolean;
  readonly reason: string | null;
  readonly decidedBy: PersonId;
  readonly decidedAt: Date;
}

/** A decision as it is shown: with the name of the one who made it. */
export interface DecisionEntry extends Decision {
  readonly decidedByName: string;
}

export { assess, type FiredRule, type Overruled, type Recommendation } from './assess.js';
export {
  INCIDENT_KIND_LABELS,
  INCIDENT_KINDS,
  KINDS_ABOUT_DOCTOR,
  KINDS_BY_DOCTOR,
  type IncidentKind,
} from './data/incident-kinds.js';
export { conditionSentence, conditionWords, type ConditionWords } from './condition-words.js';
export { faultOfCondition, type ConditionFault } from './condition-fault.js';
export { parseExpression } from './expression-parser.js';
export { evaluate, ExpressionFault, type Expression, type Scalar } from './expression.js';
export { contradictions, readFacts, type FactsReading } from './facts.js';
export { tryGoldenCases, type GoldenCase, type GoldenFault, type GoldenResult } from './golden.js';
export { checkOwnRules, SHIPPED_RULES, type OwnRules } from './own-rules.js';
export { compareRules, type Changed, type RuleChanges } from './rule-changes.js';
export {
  loadPack,
  RULE_PACK,
  validatePack,
  type LoadedPack,
  type PackCheck,
} from './pack-validation.js';
export * from './pack.js';
export { notSure, type NotSure, type Otherwise } from './consequences.js';
export { idleAnswers } from './idle-answers.js';
export { mustAsk, openQuestions, type OpenQuestion } from './questions.js';
export { replay, type Moved, type Replay, type Replayable } from './replay.js';
export {
  exposureOf,
  severityOf,
  weighedOnly,
  type ScoredPart,
  type Severity,
  type WeighingFactor,
} from './severity.js';
export { traceRules, type RuleOutcome, type TracedRule } from './trace.js';
export { explain, triageLine, type TriageAnswer, type TriageRefusal } from './triage-line.js';
export {
  assessUrgency,
  clocksToStart,
  urgency,
  type ClockToStart,
  type UrgencyAssessment,
} from './urgency.js';
export { nearestChange, wouldChange, type Change } from './would-change.js';

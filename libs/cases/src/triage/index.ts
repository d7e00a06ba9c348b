export { CompareOnOpenCases } from './compare-on-open-cases.handler.js';
export type { Move, MovedCaseRow } from './moved-case.repository.js';
export { type MovedCases, MovedCasesService } from './moved-cases.service.js';
export { adviseOn, explainedAdviceOn, replayed, stillStands } from './advice.js';
export { type CaseAdvice, AssessmentService } from './assessment.service.js';
export {
  CalendarEffect,
  type CalendarMove,
  type CalendarMoves,
} from './calendar-effect.service.js';
export {
  type CaseDeadline,
  type CaseDeadlineEntry,
  type DeadlineState,
  DEADLINE_STATES,
} from './case-deadline.js';
export { CaseClocks } from './case-clocks.service.js';
export {
  CaseDeadlinesService,
  type CaseClocksView,
  type ToldClock,
} from './case-deadlines.service.js';
export { AGE_OF_POST, dateOfPost, FACTS_HELD_BY_CASE } from './known-facts.js';
export { nameOfRoute, routesOpen, type RouteChoice } from './choice.js';
export type { ClockExplanation, ClockNeeds } from './clock-dates.js';
export {
  startEvent,
  startEventOf,
  START_EVENT_IDS,
  START_EVENTS,
  startKnownTo,
  type StartEvent,
  type StartEventId,
  type ToldStart,
} from './clock-starts.js';
export { DeadlineWarnings, type ToldWarning } from './deadline-warnings.service.js';
export { type DecisionRequest, DecisionService } from './decision.service.js';
export { type OpenDeadline, OpenDeadlines } from './open-deadlines.service.js';
export { ClocksFollowing } from './clocks-following.service.js';
export { RecomputeClocks } from './recompute-clocks.handler.js';
export { QUESTION_GROUPS, type QuestionGroup, type QuestionGroupId } from './question-groups.js';
export { firstResponseDue, isPressing } from './first-response.js';
export type { ReplacedAnswers } from './replaced-answers.js';
export type { ToldStarts } from './running-clocks.js';
export { type StepClock, StepClocks } from './step-clocks.service.js';
export {
  type GivenAnswers,
  TriageAnswersService,
  type TriagedCase,
} from './triage-answers.service.js';
export {
  groupRequired,
  type GroupProgress,
  mustAskOpen,
  nextGroup,
  progressOf,
} from './walk-through.js';
export { StatedClocks, type StatedDue, type StatedEnd } from './stated-clock.service.js';
export { readMoment } from './told-starts.js';
export type {
  Advice,
  AdviceReason,
  AdviceSource,
  Assessment,
  CaseAnswers,
  Decision,
  DecisionEntry,
  ExplainedAdvice,
} from './triage.js';

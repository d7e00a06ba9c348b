export { adviseOn, stillStands } from './advice.js';
export { type CaseAdvice, AssessmentService } from './assessment.service.js';
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
export { type DecisionRequest, DecisionService } from './decision.service.js';
export {
  groupRequired,
  type GroupProgress,
  mustAskOpen,
  nextGroup,
  progressOf,
  QUESTION_GROUPS,
  type QuestionGroup,
  type QuestionGroupId,
} from './question-groups.js';
export { StatedClocks, type StatedDue, type StatedEnd } from './stated-clock.service.js';
export { readMoment } from './told-starts.js';
export type { ToldStarts } from './running-clocks.js';
export {
  type GivenAnswers,
  TriageAnswersService,
  type TriagedCase,
} from './triage-answers.service.js';
export type {
  Advice,
  AdviceReason,
  AdviceSource,
  Assessment,
  CaseAnswers,
  Decision,
  DecisionEntry,
} from './triage.js';

import { AssessmentEntity } from './assessment.entity.js';
import { AssessmentService } from './assessment.service.js';
import { CalendarEffect } from './calendar-effect.service.js';
import { CaseChanges } from './case-changes.js';
import { CaseClocks } from './case-clocks.service.js';
import { CaseUpkeep } from './case-upkeep.service.js';
import { CaseUrgency } from './case-urgency.service.js';
import { CaseDeadlineEntity } from './case-deadline.entity.js';
import { CaseDeadlineRepository } from './case-deadline.repository.js';
import { CaseDeadlinesService } from './case-deadlines.service.js';
import { ClocksFollowing } from './clocks-following.service.js';
import { ClocksOverDay } from './clocks-over-day.repository.js';
import { CompareOnOpenCases } from './compare-on-open-cases.handler.js';
import { DeadlineWarnings } from './deadline-warnings.service.js';
import { DecisionEntity } from './decision.entity.js';
import { DecisionFollowUp } from './decision-follow-up.js';
import { DecisionService } from './decision.service.js';
import { MovedCaseRepository } from './moved-case.repository.js';
import { MovedCasesService } from './moved-cases.service.js';
import { OpenDeadlines } from './open-deadlines.service.js';
import { StepClocks } from './step-clocks.service.js';
import { StatedClocks } from './stated-clock.service.js';
import { TriageAnswersEntity } from './triage-answers.entity.js';
import { TriageAnswersService } from './triage-answers.service.js';
import { TriageRepository } from './triage.repository.js';

/** Tables of the triage of cases. */
export const TRIAGE_ENTITIES = [
  TriageAnswersEntity,
  AssessmentEntity,
  DecisionEntity,
  CaseDeadlineEntity,
];

/** Services of the triage of cases. */
export const TRIAGE_SERVICES = [
  TriageRepository,
  CaseDeadlineRepository,
  CaseChanges,
  CaseClocks,
  CaseUrgency,
  CaseUpkeep,
  DecisionFollowUp,
  StepClocks,
  StatedClocks,
  TriageAnswersService,
  AssessmentService,
  DecisionService,
  CaseDeadlinesService,
  MovedCaseRepository,
  MovedCasesService,
  CompareOnOpenCases,
  CalendarEffect,
  DeadlineWarnings,
  OpenDeadlines,
  ClocksFollowing,
  ClocksOverDay,
];

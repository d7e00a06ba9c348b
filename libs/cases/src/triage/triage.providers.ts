import { AssessmentEntity } from './assessment.entity.js';
import { AssessmentService } from './assessment.service.js';
import { CaseChanges } from './case-changes.js';
import { CaseClocks } from './case-clocks.service.js';
import { CaseDeadlineEntity } from './case-deadline.entity.js';
import { CaseDeadlineRepository } from './case-deadline.repository.js';
import { CaseDeadlinesService } from './case-deadlines.service.js';
import { DecisionEntity } from './decision.entity.js';
import { DecisionService } from './decision.service.js';
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
  StatedClocks,
  TriageAnswersService,
  AssessmentService,
  DecisionService,
  CaseDeadlinesService,
];

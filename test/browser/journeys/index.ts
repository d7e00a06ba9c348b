import type { Journey } from '../journey.js';
import { anybody } from './anybody.js';
import { changingTheRules } from './changing-the-rules.js';
import { doctorRequestToReleasedReply } from './doctor-request-to-released-reply.js';
import { draftsThatAreHeld } from './drafts-that-are-held.js';
import { evidenceJourneys } from './evidence.js';
import { everyPageOfTheNavigation } from './every-page-of-the-navigation.js';
import { guidance } from './guidance.js';
import { logAnIncidentJourneys } from './log-an-incident.js';
import { moderator } from './moderator.js';
import { pressOffice } from './press-office.js';
import { triageDecisions } from './triage-decisions.js';
import { worksheetJourneys } from './worksheets.js';

/** All journeys, in the order in which they are played: later ones find what earlier ones left. */
export const JOURNEYS: readonly Journey[] = [
  ...anybody,
  ...logAnIncidentJourneys,
  ...doctorRequestToReleasedReply,
  ...draftsThatAreHeld,
  ...triageDecisions,
  ...guidance,
  ...changingTheRules,
  ...moderator,
  ...worksheetJourneys,
  ...evidenceJourneys,
  ...pressOffice,
  ...everyPageOfTheNavigation,
];

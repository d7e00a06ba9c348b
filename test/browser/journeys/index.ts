import type { Journey } from '../journey.js';
import { anybody } from './anybody.js';
import { everyPageOfTheNavigation } from './every-page-of-the-navigation.js';
import { logAnIncidentJourneys } from './log-an-incident.js';

/** All journeys, in the order in which they are played: later ones find what earlier ones left. */
export const JOURNEYS: readonly Journey[] = [
  ...anybody,
  ...logAnIncidentJourneys,
  ...everyPageOfTheNavigation,
];

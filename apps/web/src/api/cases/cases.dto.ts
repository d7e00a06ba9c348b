import { z } from 'zod';
import { DIRECTIONS, SETTINGS, SHARINGS, VISIBILITIES, WORK_VIEWS } from '#cases';
import { JURISDICTIONS, PLATFORM_NAMES } from '#guidance';
import { INCIDENT_KIND_LABELS } from '#triage';
import {
  choice,
  civilDate,
  keyOf,
  line,
  optionalCount,
  optionalDate,
  pageQuery,
  requiredLine,
  text,
  tick,
  webAddress,
} from '../../http/field-schemas.js';

/** The fields of an incident, each as it must be when it is there. */
export const incidentFields = {
  title: requiredLine('a short title', 200),
  direction: choice('who posted', DIRECTIONS),
  kind: keyOf('what happened', INCIDENT_KIND_LABELS),
  platform: keyOf('the platform', PLATFORM_NAMES),
  url: webAddress('the address'),
  handle: line('the account name', 200),
  postText: text('the text of the post', 50_000),
  postedOn: optionalDate('the day of the post'),
  seenOn: civilDate('the day it was seen'),
  visibility: choice('who can see it', VISIBILITIES),
  groupSize: optionalCount('how many are in the group'),
  sharing: keyOf('how far it was shared', SHARINGS),
  jurisdiction: keyOf('the nation', JURISDICTIONS),
  setting: keyOf('the care setting', SETTINGS),
  doctorName: line('the doctor’s name', 200),
};

/** An incident as it is logged, in the page and in the API alike. */
export const incidentBody = z.strictObject({
  ...incidentFields,
  url: incidentFields.url.default(''),
  handle: incidentFields.handle.default(''),
  postText: incidentFields.postText.default(''),
  postedOn: incidentFields.postedOn.default(null),
  visibility: incidentFields.visibility.default('public'),
  groupSize: incidentFields.groupSize.default(null),
  sharing: incidentFields.sharing.default('unknown'),
  doctorName: incidentFields.doctorName.default(''),
  isUrgent: tick,
});
export type IncidentBody = z.output<typeof incidentBody>;

/** What a list of cases may be asked for. */
export const casesQuery = z.strictObject({
  ...pageQuery,
  view: z.enum(WORK_VIEWS).default('all'),
});
export type CasesQuery = z.output<typeof casesQuery>;

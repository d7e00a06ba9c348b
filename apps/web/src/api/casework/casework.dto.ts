import { z } from 'zod';
import {
  CASE_OUTCOMES,
  COPIES_LOOKED_FOR,
  NOTE_LENGTH,
  PARTY_ROLES,
  PATIENT_FACT_KINDS,
  PATIENT_FACT_LENGTH,
  READING_REASONS,
} from '#cases';
import {
  idParams,
  keyOf,
  line,
  list,
  referenceParams,
  requiredLine,
  requiredText,
  tick,
} from '../../http/field-schemas.js';
import { incidentFields } from '../cases/cases.dto.js';

/** A thing that belongs to a case, in an address. */
export const partParams = referenceParams.extend(idParams.shape);
export type PartParams = z.output<typeof partParams>;
export type CaseParams = z.output<typeof referenceParams>;

const reason = keyOf('why you need to read them', READING_REASONS);

/** Why somebody reads patient facts; the owner of the case says nothing. */
export const readingQuery = z.strictObject({ reason: reason.optional() });
export type ReadingQuery = z.output<typeof readingQuery>;

/** The short form that comes before the reading. */
export const readingBody = z.strictObject({ reason });
export type ReadingBody = z.output<typeof readingBody>;

export const patientFactBody = z.strictObject({
  kind: keyOf('what it is', PATIENT_FACT_KINDS),
  value: requiredLine('the patient fact', PATIENT_FACT_LENGTH),
});
export type PatientFactBody = z.output<typeof patientFactBody>;

/** The page's form also carries the reason, so that the reading goes on after it. */
export const patientFactForm = patientFactBody.extend({ reason: reason.optional() });
export type PatientFactForm = z.output<typeof patientFactForm>;

export const partyBody = z.strictObject({
  role: keyOf('their part in the case', PARTY_ROLES),
  name: requiredLine('a name, or what they call themselves', 200),
  relation: line('the relation', 100).default(''),
  contact: line('contact details', 500).default(''),
  isPatient: tick,
  hasAuthority: tick,
});
export type PartyBody = z.output<typeof partyBody>;

export const noteBody = z.strictObject({ text: requiredText('the note', NOTE_LENGTH) });
export type NoteBody = z.output<typeof noteBody>;

/** `me` takes the case. */
export const assignmentBody = z.strictObject({
  personId: z.union([z.literal('me'), z.uuid()], 'Choose who takes the case'),
});
export type AssignmentBody = z.output<typeof assignmentBody>;

export const urgencyBody = z.strictObject({ isUrgent: tick });
export type UrgencyBody = z.output<typeof urgencyBody>;

export const closureBody = z.strictObject({
  outcome: keyOf('how it ended', CASE_OUTCOMES),
  reason: requiredText('why the case can be closed', 5000),
  /** Whether copies were looked for: needed where the post was removed or changed. */
  copies: keyOf('whether it has been copied', COPIES_LOOKED_FOR).optional(),
  /** Whether clocks that still run are withdrawn with the reason. */
  withdrawClocks: tick,
  /** Whether tasks that are still open are cancelled with the reason. */
  cancelTasks: tick,
});
export type ClosureBody = z.output<typeof closureBody>;

export const wallBody = z.strictObject({ members: list(z.uuid(), 100) });
export type WallBody = z.output<typeof wallBody>;

/** What a program puts right of an incident; the version comes with `If-Match`. */
export const incidentChange = z
  .strictObject({ ...incidentFields, isUrgent: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Name at least one field to change');
export type IncidentChangeBody = z.output<typeof incidentChange>;

/** The page's form: all fields, and the version that the person saw. */
export const incidentForm = z.strictObject({
  ...incidentFields,
  groupSize: incidentFields.groupSize.default(null),
  sharing: incidentFields.sharing.default('unknown'),
  isUrgent: tick,
  version: z.coerce.number().int().positive(),
});
export type IncidentForm = z.output<typeof incidentForm>;

import { z } from 'zod';
import { CONFLICT_DECISIONS, STANDINGS, STAYS } from '#cases';
import { choice, keyOf, line, requiredLine, requiredText } from '../../http/field-schemas.js';

export const membershipBody = z.strictObject({
  standing: keyOf('how the doctor stands to us', STANDINGS),
  otherOrganisation: line('the other organisation', 200).default(''),
  checkedHow: requiredLine('how it was found out', 500),
  /** 0 where nothing was recorded yet. */
  version: z.coerce.number('Send the version that was read').int().min(0),
});
export type MembershipBody = z.output<typeof membershipBody>;

const person = z.uuid('Choose who advises');

/** Two members in one dispute: which case is the other one, and who advises each. */
export const partingBody = z.strictObject({
  other: requiredLine('the reference of the other case', 30),
  adviserId: person,
  otherAdviserId: person,
  stays: choice('with which case you stay', STAYS),
  reason: requiredText('what the conflict is', 2000),
});
export type PartingBody = z.output<typeof partingBody>;

/** What is decided about a name that was found elsewhere. */
export const checkDecisionBody = z.strictObject({
  decision: keyOf('what is decided', CONFLICT_DECISIONS),
  reason: requiredText('why', 2000),
});
export type CheckDecisionBody = z.output<typeof checkDecisionBody>;

import { z } from 'zod';
import { idParams, requiredLine, text } from '../../http/field-schemas.js';
import { DRAFT_LIMIT } from './drafts.dto.js';

export { type DraftParams, draftParams } from './drafts.dto.js';

const textHash = z.string().regex(/^[0-9a-f]{64}$/, 'Enter the hash of the text');
const offset = z.int().min(0).max(DRAFT_LIMIT);

/** A finding that an approver lets pass in the text with this hash, and why. Offsets are UTF-16 units, `end` is exclusive. */
export const waiverBody = z.strictObject({
  textHash,
  rule: requiredLine('the rule of the finding', 100),
  start: offset,
  end: offset,
  reason: text('the reason', 2000).default(''),
});
export type WaiverBody = z.output<typeof waiverBody>;

/** The agreement of a second approver, who has read the text with this hash. */
export const secondBody = z.strictObject({ textHash });
export type SecondBody = z.output<typeof secondBody>;

/** A finding of a draft that was let pass. */
export const waiverParams = idParams.extend({ waiver: z.uuid() });
export type WaiverParams = z.output<typeof waiverParams>;

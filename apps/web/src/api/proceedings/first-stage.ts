import { type NewProceeding, stagesOf } from '#cases';
import type { ProceedingBody } from './proceedings.dto.js';

/** What was said of new proceedings; without a stage they are where such proceedings begin. */
export function firstStage(body: ProceedingBody): NewProceeding {
  return { ...body, stage: body.stage || Object.keys(stagesOf(body.kind))[0]! };
}

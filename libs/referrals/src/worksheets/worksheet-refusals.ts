import { type FieldFault, Invalid } from '#kernel';
import type { Missing } from './kind.js';

/** @returns the refusal of answers that cannot be kept, each fault at its question. */
export function answersRefused(faults: readonly FieldFault[]): Invalid {
  return new Invalid('answers-wrong', 'Some answers cannot be kept as they are.', faults);
}

/** @returns the refusal that names each item that is missing. */
export function incomplete(missing: readonly Missing[]): Invalid {
  return new Invalid(
    'worksheet-incomplete',
    'This worksheet is not complete yet.',
    missing.map(({ question, text }) => ({ field: question, message: `Still missing: ${text}` })),
  );
}

import { type FieldFault, Invalid, NotFound } from '#kernel';

/** @returns the refusal of something that cannot be kept, at the field where it can be mended. */
export function captureWrong(field: string, message: string): Invalid {
  const faults: FieldFault[] = [{ field, message }];
  return new Invalid('evidence-wrong', message, faults);
}

/** @returns the answer for an item that is not there, or not for this person. */
export function itemNotFound(): NotFound {
  return new NotFound('evidence-not-found', 'We could not find that item of evidence.');
}

import { DomainError } from '#kernel';
import { computeDeadline } from './compute-deadline.js';
import type { DeadlineAnswer } from './deadline-answer.js';

/** The answer to one line; `id` is given back as it came, null if it was no text or number. */
export type DeadlineLineAnswer =
  | ({ readonly id: string | number | null } & DeadlineAnswer)
  | {
      readonly id: string | number | null;
      readonly error: { readonly code: string; readonly message: string };
    };

/**
 * Answers one line of the command `deadlines`: `{id, deadline, jurisdiction, start, stated?}`.
 *
 * @returns never throws for a wrong line: gives `error` with `line-not-understood` or a code of
 *   `computeDeadline`.
 */
export function deadlineLine(input: unknown): DeadlineLineAnswer {
  if (!isRecord(input)) return refusal(null, 'line-not-understood', 'A line is a JSON object.');
  const id =
    typeof input['id'] === 'string' || typeof input['id'] === 'number' ? input['id'] : null;
  const { deadline, jurisdiction, start, stated } = input;
  if (!isText(deadline) || !isText(jurisdiction) || !isText(start)) {
    return refusal(id, 'line-not-understood', 'deadline, jurisdiction and start must be texts.');
  }
  if (stated !== undefined && stated !== null && !isText(stated)) {
    return refusal(id, 'line-not-understood', 'stated must be a text.');
  }
  try {
    const question = { deadline, jurisdiction, start, ...(isText(stated) ? { stated } : {}) };
    return { id, ...computeDeadline(question) };
  } catch (error) {
    if (error instanceof DomainError) return refusal(id, error.code, error.message);
    throw error;
  }
}

function refusal(id: string | number | null, code: string, message: string): DeadlineLineAnswer {
  return { id, error: { code, message } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

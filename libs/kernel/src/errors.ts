/** What kind of refusal an error is; the edge maps each kind to one HTTP status. */
export type ErrorKind =
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'unreadable'
  | 'invalid'
  | 'conflict'
  | 'precondition-failed'
  | 'too-many'
  | 'too-large'
  | 'gone'
  | 'unavailable';

/** One fault in what was sent: where (`a.b.0`), and in words that a person can act on. */
export interface FieldFault {
  field: string;
  message: string;
}

/**
 * A refusal in the users' terms. The message is safe to show: it never holds case content.
 *
 * `code` is kebab-case and stable; callers may switch on it.
 */
export class DomainError extends Error {
  override readonly name: string = 'DomainError';

  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    readonly faults: readonly FieldFault[] = [],
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** The thing is not there, or not for this person to know of. */
export class NotFound extends DomainError {
  override readonly name = 'NotFound';
  constructor(code: string, message = 'We could not find that.') {
    super('not-found', code, message);
  }
}

/** The person may see the thing but may not do this to it. */
export class Forbidden extends DomainError {
  override readonly name = 'Forbidden';
  constructor(code: string, message = 'You do not have permission to do that.') {
    super('forbidden', code, message);
  }
}

/** What was sent is not in a form that can be read at all; `faults` say which fields and why. */
export class Unreadable extends DomainError {
  override readonly name = 'Unreadable';
  constructor(code: string, message: string, faults: readonly FieldFault[] = []) {
    super('unreadable', code, message, faults);
  }
}

/** What was sent cannot be accepted; `faults` say which fields and why. */
export class Invalid extends DomainError {
  override readonly name = 'Invalid';
  constructor(code: string, message: string, faults: readonly FieldFault[] = []) {
    super('invalid', code, message, faults);
  }
}

/** The thing is no longer in the state that the request took it to be in. */
export class Conflict extends DomainError {
  override readonly name = 'Conflict';
  constructor(code: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super('conflict', code, message, [], details);
  }
}

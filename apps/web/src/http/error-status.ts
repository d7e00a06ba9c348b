import { HttpException } from '@nestjs/common';
import { DomainError, type ErrorKind, type FieldFault } from '#kernel';

/** The one table from kinds of refusal to HTTP statuses. */
export const STATUS_OF: Record<ErrorKind, number> = {
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  unreadable: 400,
  invalid: 422,
  conflict: 409,
  'precondition-failed': 412,
  'too-many': 429,
  'too-large': 413,
  gone: 410,
  unavailable: 503,
};

/** A failure as the outside may know it. */
export interface Failure {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly faults: readonly FieldFault[];
  readonly details: Readonly<Record<string, unknown>>;
  /** Whether it is our fault and belongs in the error log. */
  readonly isOurs: boolean;
}

/** PostgreSQL, network and disk codes that mean "not just now". */
const AWAY = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|ENOSPC|EDQUOT|57P0|08|53[13]00|57014)/;

/** Reads any thrown value. Nothing of an unexpected error's own message is let out. */
export function failureOf(error: unknown): Failure {
  if (error instanceof DomainError) {
    const { kind, code, message, faults, details } = error;
    return { status: STATUS_OF[kind], code, message, faults, details, isOurs: false };
  }
  if (isAway(error)) return plain(503, 'unavailable', 'Parapet is busy or its database is away.');
  const status = statusOf(error);
  if (status && status < 500) return plain(status, codeOf(status), WORDS[status] ?? WORDS[400]!);
  return { ...plain(500, 'unexpected', 'Something went wrong on our side.'), isOurs: true };
}

const WORDS: Record<number, string> = {
  400: 'What was sent cannot be read.',
  404: 'We could not find that.',
  405: 'This address does not take that method.',
  413: 'What was sent is too large.',
  415: 'What was sent is in a form that is not accepted here.',
  429: 'Too many requests. Wait a moment and try again.',
};

function codeOf(status: number): string {
  return (
    {
      404: 'not-found',
      405: 'method-not-allowed',
      413: 'too-large',
      415: 'unsupported',
      429: 'too-many',
    }[status] ?? 'unreadable'
  );
}

function plain(status: number, code: string, message: string): Failure {
  return { status, code, message, faults: [], details: {}, isOurs: false };
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, driverError } = error as Error & {
    code?: unknown;
    driverError?: { code?: unknown };
  };
  const found = code ?? driverError?.code;
  if (typeof found === 'string' && AWAY.test(found)) return true;
  return /timeout exceeded when trying to connect|Connection terminated|is not established/.test(
    error.message,
  );
}

import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, stdTimeFunctions, type Logger as Pino } from 'pino';

/** What a log line may carry: ids, codes and counts. Never content. */
export interface LogFields {
  readonly [field: string]: unknown;
  readonly error?: unknown;
}

/**
 * Structured logs, one JSON object a line. An error is reduced to its name, code and the places in our code
 * that it came through: database drivers put values into messages, and values are content.
 */
@Injectable()
export class Logger implements LoggerService {
  constructor(readonly pino: Pino) {}

  /** Makes the logger of a process. @param name `web`, `worker` or `cli`. */
  static create(name: string, level: string): Logger {
    return new Logger(pino({ name, level, timestamp: stdTimeFunctions.isoTime, base: { name } }));
  }

  info(event: string, fields: LogFields = {}): void {
    this.pino.info(safe(fields), event);
  }

  warn(event: string, fields: LogFields | string = {}): void {
    this.pino.warn(safe(fields), event);
  }

  error(event: unknown, fields: LogFields | string = {}): void {
    this.pino.error(safe(fields), typeof event === 'string' ? event : 'error');
  }

  /** Nest's own chatter goes out at debug level. */
  log(message: unknown): void {
    this.pino.debug({ message: String(message) }, 'nest');
  }
}

function safe(fields: LogFields | string): object {
  if (typeof fields === 'string') return {};
  const { error, ...rest } = fields;
  return error === undefined ? rest : { ...rest, error: describe(error) };
}

function describe(error: unknown): object {
  if (!(error instanceof Error)) return { name: 'unknown' };
  const { code, constraint, table } = error as Error & Record<string, unknown>;
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .map((line) => line.trim());
  return { name: error.name, code, constraint, table, places };
}

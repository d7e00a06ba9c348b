import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const flag = z
  .enum(['0', '1', ''])
  .default('')
  .transform((value) => value === '1');

const settings = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }),
  PARAPET_MIGRATE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' })
    .optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be a redis:// address' }).optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' })
    .optional(),
  PARAPET_MAIL_FROM: z.email('must be an e-mail address').default('parapet@localhost.localdomain'),
  PARAPET_HOST: z.string().min(1).default('127.0.0.1'),
  PARAPET_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  PARAPET_DATA_DIR: z.string().min(1).default('.parapet'),
  PARAPET_ROOT_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be 32 bytes in lower-case hex')
    .optional(),
  PARAPET_DEMO: flag,
  PARAPET_TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  PARAPET_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  PARAPET_CHECK_LINKS: flag,
  PARAPET_METRICS_TOKEN: z.string().min(16).optional(),
});

// The session cookie is Secure there, and only a proxy that is believed can say that it was asked by HTTPS.
const schema = settings.refine(
  ({ PARAPET_BASE_URL, PARAPET_TRUST_PROXY }) =>
    !PARAPET_BASE_URL?.startsWith('https:') || PARAPET_TRUST_PROXY > 0,
  {
    path: ['PARAPET_TRUST_PROXY'],
    error: 'must be 1 or more where PARAPET_BASE_URL is https://, or nobody could sign in',
    when: ({ value }) => typeof value === 'object' && value !== null,
  },
);

/** Names of all environment variables that Parapet reads; each may also be given as NAME_FILE. */
export const CONFIG_NAMES = Object.keys(settings.shape) as readonly string[];

/** Everything that may differ between installations; read once, frozen. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Address that people type, without a trailing slash; decides cookies and HTTPS headers. */
  readonly baseUrl: string;
  readonly isHttps: boolean;
  /** Login of the running processes; owns nothing where a separate migrating login is given. */
  readonly databaseUrl: string;
  /** Login that owns the tables; used by `parapet migrate` only. */
  readonly migrateUrl: string;
  readonly redisUrl: string | undefined;
  /** Where mail is handed over; kept and not sent where it is left out. */
  readonly smtpUrl: string | undefined;
  /** The sender of mail. */
  readonly mailFrom: string;
  /** Absolute folder of keys, evidence, exports and checkpoints. */
  readonly dataDirectory: string;
  /** Root key in hex when it is given by the environment and not by the key file. */
  readonly rootKey: string | undefined;
  readonly isDemo: boolean;
  /** How many proxies stand before the web process; their X-Forwarded-For is believed. */
  readonly trustedProxies: number;
  readonly logLevel: string;
  /** Whether the worker asks once a month for the pages of cited sources; it needs a way out to the internet. */
  readonly isCheckingLinks: boolean;
  readonly metricsToken: string | undefined;
}

/** The settings cannot be used. The message names every wrong variable, one per line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads and checks the settings.
 *
 * @throws ConfigError naming all wrong variables at once.
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = schema.safeParse(withFiles(environment));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`These settings are wrong or missing:\n${faults.join('\n')}`);
  }
  const value = parsed.data;
  const baseUrl = (
    value.PARAPET_BASE_URL ?? `http://${shownHost(value.PARAPET_HOST)}:${value.PORT}`
  ).replace(/\/$/, '');
  return Object.freeze({
    port: value.PORT,
    host: value.PARAPET_HOST,
    baseUrl,
    isHttps: baseUrl.startsWith('https:'),
    databaseUrl: value.DATABASE_URL,
    migrateUrl: value.PARAPET_MIGRATE_URL ?? value.DATABASE_URL,
    redisUrl: value.REDIS_URL,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.PARAPET_MAIL_FROM,
    dataDirectory: resolve(value.PARAPET_DATA_DIR),
    rootKey: value.PARAPET_ROOT_KEY,
    isDemo: value.PARAPET_DEMO,
    trustedProxies: value.PARAPET_TRUST_PROXY,
    logLevel: value.PARAPET_LOG_LEVEL,
    isCheckingLinks: value.PARAPET_CHECK_LINKS,
    metricsToken: value.PARAPET_METRICS_TOKEN,
  });
}

function withFiles(environment: Readonly<Record<string, string | undefined>>) {
  const values: Record<string, string | undefined> = {};
  for (const name of CONFIG_NAMES) {
    const file = environment[`${name}_FILE`];
    const value = file ? readSecret(name, file) : environment[name];
    // An empty variable, as compose files write them, means that it was not given.
    values[name] = value === '' ? undefined : value;
  }
  return values;
}

function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new ConfigError(`${name}_FILE: the file ${file} cannot be read`);
  }
}

function shownHost(host: string): string {
  return host === '0.0.0.0' || host === '::' ? 'localhost' : host;
}

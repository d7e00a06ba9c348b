import { hash, verify } from '@node-rs/argon2';

/** Shortest password where it is the only factor (NIST SP 800-63B-4). */
export const PASSWORD_LENGTH = { least: 15, most: 200 } as const;

/** Argon2id, the library's default algorithm, at OWASP's first recommendation: 19 MiB, two passes. */
const SETTINGS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Two at once: more would make signing in a way to stop the service. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** Hashes a password with argon2id. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), SETTINGS));
}

/** Whether a password is the one that was hashed. Takes as long for an unknown account (`undefined`). */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  const against = stored ?? (await nobodysHash());
  const fits = await inTurn(() => verify(against, password.normalize('NFKC'), SETTINGS));
  return fits && stored !== undefined;
}

let nobody: Promise<string> | undefined;
function nobodysHash(): Promise<string> {
  nobody ??= hashPassword('the password of nobody at all');
  return nobody;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** Why something could not be started, in one line that the person at the terminal can act on. */
export class StartError extends Error {
  override readonly name = 'StartError';

  constructor(message: string) {
    super(
      message
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .join(' '),
    );
  }
}

/** The code of a failed system call (`EACCES`), or an empty string. */
export function codeOf(error: unknown): string {
  // Not `instanceof Error`: errors of Node's own come from another realm under some runners.
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** What a system call failed with, in words: `permission denied`, else its code, else its message. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return REASONS[code] ?? (code || String(error instanceof Error ? error.message : error));
}

const REASONS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'part of the path is a file',
  EEXIST: 'there is a file of that name',
  ENOENT: 'no such place',
};

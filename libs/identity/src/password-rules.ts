import { Invalid } from '#kernel';
import { PASSWORD_LENGTH } from './passwords.js';

/** Fewer different characters than this is a pattern and not a password. */
const LEAST_VARIETY = 5;

/**
 * Refuses a password that is too short or a mere repetition. No rules of composition: length is what counts.
 *
 * @param field that the fault is said beside.
 * @throws Invalid `password-too-short`, `password-too-long`, `password-too-simple`
 * @source NIST SP 800-63B-4, section 3.1.1.2: at least 15 characters where the password is the only factor.
 */
export function requireGoodPassword(password: string, field: string): void {
  const { least, most } = PASSWORD_LENGTH;
  if (password.length < least)
    throw refused(
      'password-too-short',
      field,
      `The password must have at least ${least} characters.`,
    );
  if (password.length > most)
    throw refused('password-too-long', field, `The password must have at most ${most} characters.`);
  if (new Set(password.toLowerCase()).size < LEAST_VARIETY) {
    throw refused(
      'password-too-simple',
      field,
      'The password repeats the same few characters. Use three or four words that do not belong together.',
    );
  }
}

function refused(code: string, field: string, message: string): Invalid {
  return new Invalid(code, message, [{ field, message }]);
}

/** Audit actions in words, for the timeline and the audit page. */
const WORDS: Readonly<Record<string, string>> = {
  'case.opened': 'Case opened',
  'person.signed-in': 'Signed in',
  'person.signed-out-everywhere': 'Signed out everywhere',
  'person.added': 'Person added',
  'person.role-changed': 'Role changed',
  'person.rights-granted': 'Rights granted by name changed',
  'person.deactivated': 'Access taken away',
  'person.reactivated': 'Access given back',
  'person.password-reset': 'New password given',
  'person.password-changed': 'Own password changed',
  'person.settings-changed': 'Own settings changed',
  'job.retried': 'Failed work tried again',
  'token.made': 'API token made',
  'token.revoked': 'API token revoked',
};

/** An action in words; one without words of its own is shown as it is. */
export function auditWords(action: string): string {
  return WORDS[action] ?? action;
}

/** Actions that have words; a test holds them against the actions that routes state. */
export const WORDED_ACTIONS: readonly string[] = Object.keys(WORDS);

/** Audit actions in words, for the timeline and the audit page. */
const WORDS: Readonly<Record<string, string>> = {
  'case.opened': 'Case opened',
  'triage.answered': 'Triage questions answered',
  'triage.assessed': 'Advice given by the rules',
  'route.adopted': 'Advice adopted',
  'route.overridden': 'Advice overridden, with a reason',
  'deadline.started': 'Deadline started',
  'deadline.met': 'Deadline met',
  'deadline.withdrawn': 'Deadline withdrawn',
  'person.signed-in': 'Signed in',
  'person.signed-out-everywhere': 'Signed out everywhere',
  'person.added': 'Person added',
  'token.made': 'API token made',
  'token.revoked': 'API token revoked',
};

/** An action in words; one without words of its own is shown as it is. */
export function auditWords(action: string): string {
  return WORDS[action] ?? action;
}

/** Actions that have words; a test holds them against the actions that routes state. */
export const WORDED_ACTIONS: readonly string[] = Object.keys(WORDS);

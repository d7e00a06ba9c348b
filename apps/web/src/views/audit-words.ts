/** Audit actions in words, for the timeline and the audit page. */
const WORDS: Readonly<Record<string, string>> = {
  'case.opened': 'Case opened',
  'case.came-from-request': 'Opened from a doctor’s request',
  'request.begun': 'Request begun',
  'request.answered': 'Question of a request answered',
  'request.cleared': 'Answers of a request cleared',
  'request.sent': 'Request sent',
  'request.accepted': 'Request accepted as a case',
  'request.declined': 'Request declined',
  'alert.raised': 'Alert raised that somebody is in danger',
  'alert.acknowledged': 'Alert acknowledged',
  'duty.begun': 'Went on duty',
  'duty.ended': 'Went off duty',
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

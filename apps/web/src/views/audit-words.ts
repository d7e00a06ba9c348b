/** Audit actions in words, for the timeline and the audit page. */
const WORDS: Readonly<Record<string, string>> = {
  'case.opened': 'Case opened',
  'case.taken': 'Case taken',
  'case.handed-over': 'Case handed over',
  'case.edited': 'Details changed',
  'case.marked-urgent': 'Marked as urgent',
  'case.urgency-lifted': 'No longer urgent',
  'case.closed': 'Case closed',
  'case.reopened': 'Case opened again',
  'case.walled-off': 'Case kept to chosen people',
  'case.wall-changed': 'People who may see the case changed',
  'case.wall-lifted': 'Case open to all caseworkers again',
  'patient-facts.viewed': 'Patient facts read',
  'patient-fact.added': 'Patient fact added',
  'patient-fact.removed': 'Patient fact removed',
  'parties.viewed': 'People of the case read',
  'party.added': 'Person added to the case',
  'party.removed': 'Person removed from the case',
  'note.added': 'Note added',
  'referral.made': 'Referral decided',
  'referral.sent': 'Referral sent',
  'referral.answered': 'Referral answered',
  'referral.withdrawn': 'Referral withdrawn',
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

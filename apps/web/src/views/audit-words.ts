/** Audit actions in words, for the timeline and the audit page. */
const WORDS: Readonly<Record<string, string>> = {
  'case.opened': 'Case opened',
  'export.requested': 'Export requested',
  'export.downloaded': 'Export downloaded',
  'body.added': 'Body added in whose name texts go out',
  'body.changed': 'Body changed in whose name texts go out',
  'draft.created': 'Draft written',
  'draft.edited': 'Draft changed',
  'draft.checked': 'Draft checked again',
  'draft.submitted': 'Draft sent for approval',
  'draft.approved': 'Draft approved',
  'draft.returned': 'Draft returned for changes',
  'draft.released': 'Approved text released',
  'draft.posted': 'Text recorded as posted or sent',
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

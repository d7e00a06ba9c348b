/** What a person may do, in the words of the rights page. `noun:verb`. */
export const PERMISSIONS = {
  'request:send': 'Send requests, follow their own and exchange messages about them',
  'request:decide': 'Read new requests; accept them as cases or decline them',
  'alert:read': 'See alerts that somebody is in danger, and who is on duty',
  'alert:acknowledge': 'Acknowledge alerts that somebody is in danger; be on duty for them',
  'case:read': 'Read cases: posts, notes, triage, drafts, referrals',
  'case:write': 'Log and work on cases, triage them and decide the route',
  'case:read-press': 'Read the safe summary of press cases',
  'case:read-data-protection': 'Read data-protection cases',
  'case:wall': 'Wall a case off, and say who may see it',
  'evidence:bundle': 'Download the bundle of a case for the police, with the files',
  'evidence:destroy': 'Destroy the content of an item of evidence that must not be kept',
  'hold:lift': 'Lift holds that another person asks to be lifted',
  'patient-fact:read': 'Read patient facts; every reading is recorded',
  'patient-fact:write': 'Add and remove patient facts',
  'worksheet:write': 'Open worksheets of routes and fill them in',
  'worksheet:sign': 'Sign off worksheets of low risk',
  'worksheet:sign-high':
    'Sign off worksheets that may lead to a regulator, an employer or the police',
  'worksheet:sign-press': 'Sign off press worksheets',
  'worksheet:sign-data-protection': 'Sign off data-protection worksheets',
  'worksheet:sign-safeguarding': 'Sign off safeguarding referrals (safeguarding lead)',
  'worksheet:sign-indemnity': 'Decide the scope of indemnity (indemnity or claims team)',
  'worksheet:sign-legal': 'Sign off legal notices (solicitor)',
  'press:write': 'Log press enquiries; write, check and send press statements for approval',
  'draft:write': 'Write drafts, check them and send them for approval',
  'draft:approve-low': 'Approve low-risk drafts of other people',
  'draft:approve-high': 'Approve high-risk drafts of other people',
  'draft:approve-press': 'Approve press statements of other people, together with an approver',
  'release:make': 'Release approved drafts; record what was posted or sent',
  'release:break-glass':
    'Release a draft without a second person where a life is in danger; it is reviewed',
  'release:make-press': 'Release press statements that are approved; record where they went',
  'report:read': 'Read figures and reports',
  'export:make': 'Export figures without sensitive columns',
  'export:make-press': 'Export the press log',
  'audit:read': 'Read the audit trail of the organisation',
  'guidance:read':
    'Read the library of guidance, the support directory and the policies of employers',
  'guidance:review': 'Record that a source of guidance was looked at again',
  'organisation:manage':
    'Change the contacts of the organisation, the support directory and the policies of employers',
  'rule:read': 'Read the rules of triage that are in force',
  'rule:propose': 'Prepare and propose other rules of triage',
  'rule:publish': 'Publish rules of triage that another person has proposed',
  'template:propose': 'Prepare and propose other wordings of response templates',
  'template:publish': 'Publish wordings of response templates that another person has proposed',
  'calendar:edit': 'Ask for days in the calendars of working days, and for closures of the office',
  'calendar:publish': 'Publish what another person asked for in the calendars',
  'person:manage': 'Manage people and their rights',
  'job:manage': 'See failed background work and have it tried again',
  'token:manage': 'Make and revoke their own API tokens',
} as const;

export type Permission = keyof typeof PERMISSIONS;

/** The roles, in the order in which the rights page shows them. */
export const ROLES = ['doctor', 'adviser', 'approver', 'press', 'dpo', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** The roles in words. */
export const ROLE_NAMES: Record<Role, string> = {
  doctor: 'Doctor',
  adviser: 'Adviser',
  approver: 'Approver (lead adviser)',
  press: 'Press officer',
  dpo: 'Data protection officer',
  manager: 'Manager',
  admin: 'Administrator',
};

const ADVISER = [
  'request:decide',
  'alert:read',
  'alert:acknowledge',
  'case:read',
  'case:write',
  'patient-fact:read',
  'patient-fact:write',
  'worksheet:write',
  'worksheet:sign',
  'draft:write',
  'draft:approve-low',
  'release:make',
  'guidance:read',
  'rule:read',
  'token:manage',
] as const satisfies Permission[];

/** Which role carries which rights. Managers and administrators read no case content. */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  doctor: ['request:send'],
  adviser: ADVISER,
  approver: [
    ...ADVISER,
    'worksheet:sign-high',
    'draft:approve-high',
    'release:break-glass',
    'case:wall',
    'evidence:bundle',
    'evidence:destroy',
    'hold:lift',
    'report:read',
    'export:make',
    'guidance:review',
    'rule:publish',
    'template:publish',
    'calendar:publish',
  ],
  press: [
    'case:read-press',
    'worksheet:write',
    'worksheet:sign-press',
    'press:write',
    'draft:approve-press',
    'release:make-press',
    'export:make-press',
    'guidance:read',
    'rule:read',
    'token:manage',
  ],
  dpo: [
    'case:read-data-protection',
    'patient-fact:read',
    'worksheet:write',
    'worksheet:sign-data-protection',
    'report:read',
    'export:make',
    'audit:read',
    'guidance:read',
    'rule:read',
    'token:manage',
  ],
  manager: ['report:read', 'export:make', 'guidance:read', 'token:manage'],
  admin: [
    'person:manage',
    'organisation:manage',
    'guidance:read',
    'guidance:review',
    'rule:read',
    'rule:propose',
    'template:propose',
    'calendar:edit',
    'job:manage',
    'audit:read',
    'token:manage',
  ],
};

/** What is never done by a token, whatever its scopes: a person answers for these. */
export const PERSON_ONLY: readonly Permission[] = [
  'alert:acknowledge',
  'evidence:destroy',
  'hold:lift',
  'worksheet:sign',
  'worksheet:sign-high',
  'worksheet:sign-press',
  'worksheet:sign-data-protection',
  'worksheet:sign-safeguarding',
  'worksheet:sign-indemnity',
  'worksheet:sign-legal',
  'draft:approve-low',
  'draft:approve-high',
  'draft:approve-press',
  'release:make',
  'release:break-glass',
  'release:make-press',
  'rule:publish',
  'template:publish',
  'calendar:publish',
  'token:manage',
];

/** All rights of a person: those of the role and those granted by name. */
export function permissionsOf(role: Role, extra: readonly string[] = []): Set<Permission> {
  const granted = extra.filter((name): name is Permission => name in PERMISSIONS);
  return new Set([...ROLE_PERMISSIONS[role], ...granted]);
}

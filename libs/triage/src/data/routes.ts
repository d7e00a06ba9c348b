import type { Route } from '../pack.js';

/** The ways a case can go. */
export const ROUTES = [
  {
    id: 'no_engagement',
    name: "Don't engage",
    sentence: 'Make no public reply. Private contact and reports remain open.',
    approver: 'Adviser',
    templates: ['T-DOC-EXPLAIN'],
  },
  {
    id: 'monitor',
    name: 'Watch and review',
    sentence: 'Keep watch on what can lawfully be seen, and look again on the review date.',
    approver: 'Adviser',
    templates: ['T-WATCH-NOTE'],
  },
  {
    id: 'acknowledge_signpost',
    name: 'Public acknowledgement',
    sentence:
      'Thank the author in neutral words that confirm nothing, and point to the complaints route.',
    approver:
      "Adviser and the organisation's complaints lead, once the confidentiality check has passed",
    templates: ['T-PUB-ACK-UK', 'T-PUB-ACK-IE', 'T-PUB-ACK-NHS', 'T-PUB-ACK-CO'],
  },
  {
    id: 'private_contact',
    name: 'Private contact',
    sentence: 'Answer in private, through the complaints procedure or the professional channel.',
    approver: 'Complaints manager; the doctor sees it first',
    templates: [
      'T-CMP-ACK-ENG',
      'T-CMP-ACK-SCO',
      'T-CMP-ACK-WAL',
      'T-CMP-ACK-NI',
      'T-CMP-ACK-IE',
      'T-INVITE',
      'T-REDIRECT',
      'T-AUTHORITY',
      'T-APOLOGY',
    ],
  },
  {
    id: 'moderator_report',
    name: 'Moderator route',
    sentence: "Report it to the platform's moderators, naming the rule that it breaks.",
    approver: 'Adviser',
    templates: ['T-MODERATOR', 'T-MOD-APPEAL', 'T-IMPERSONATION'],
  },
  {
    id: 'platform_legal_notice',
    name: 'Legal notice to the platform',
    sentence: 'Send the platform a formal legal notice, after a solicitor has signed it off.',
    approver: "Solicitor and senior adviser, with the doctor's consent",
    templates: ['T-S5-NOTICE', 'T-LEGAL-NOTICE', 'T-DSA16'],
  },
  {
    id: 'police_report',
    name: 'Police report',
    sentence:
      'Report it to the police with captured evidence and no more about a patient than they need.',
    approver: "Senior adviser; nobody's approval is needed in an emergency",
    templates: ['T-POLICE-LOG', 'T-SAFETY-PLAN'],
  },
  {
    id: 'press_office',
    name: 'Press office',
    sentence: 'The press office speaks for the organisation; the doctor does not.',
    approver: 'Press office and adviser',
    templates: ['T-HOLDING', 'T-GENERAL-PRACTICE', 'T-CORRECTION'],
  },
  {
    id: 'data_protection',
    name: 'Data protection',
    sentence: 'Hand it to the data protection officer to contain, assess and, where due, notify.',
    approver: 'Data protection officer',
    templates: ['T-BREACH-ICO', 'T-BREACH-DPC', 'T-ART34', 'T-DPC-ACK', 'T-SAR'],
  },
  {
    id: 'employer_ro',
    name: 'Employer or responsible officer',
    sentence: 'Tell the employer, or the responsible officer where there is one.',
    approver: "Senior adviser, with the doctor's knowledge",
    templates: ['T-RO-BRIEF', 'T-SPEAKUP', 'T-DOC-TELL'],
  },
  {
    id: 'regulator_advice',
    name: 'Regulator referral',
    sentence: 'Take advice on what the regulator must be told or answered, and by when.',
    approver: 'Senior adviser or solicitor; the doctor signs',
    templates: ['T-SELF-REPORT', 'T-R7-PLAN', 'T-MC-RESPONSE'],
  },
  {
    id: 'safeguarding',
    name: 'Safeguarding',
    sentence: 'Refer the risk to the safeguarding lead at once.',
    approver: 'Safeguarding lead',
    templates: ['T-SG-REFERRAL'],
  },
  {
    id: 'remediate_post',
    name: 'Put the post right',
    sentence: "Capture the doctor's own content, then remove, correct or label it.",
    approver: 'Adviser; a lawyer where a court is concerned',
    templates: ['T-TAKEDOWN', 'T-CORRECT', 'T-APOLOGY-PUBLIC', 'T-DECLARE'],
  },
  {
    id: 'wellbeing_support',
    name: 'Support for the doctor',
    sentence: 'Offer the doctor support, by a person and early.',
    approver: 'None',
    templates: ['T-SUPPORT'],
  },
  {
    id: 'indemnity_scope_check',
    name: 'Indemnity check',
    sentence: 'Have the scope of indemnity checked before anything is promised.',
    approver: 'Membership or claims team',
    templates: ['T-SCOPE'],
  },
] as const satisfies readonly Route[];

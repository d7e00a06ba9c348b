import type { ScaledPart } from '../pack.js';

/** What it may cost the doctor: work, regulator, law, money. Of each the first level that holds counts. */
export const EXPOSURE: readonly ScaledPart[] = [
  {
    id: 'work',
    name: 'Work',
    levels: [
      {
        score: 3,
        when: "criminal_status in ('charged','convicted') or (by and (boundary_breach=='sexualised' or (offensive_or_discriminatory and targets_individual_or_group)))",
        says: 'The employer is likely to act.',
      },
      {
        score: 2,
        when: 'disclosure or (by and (conduct_issue or messaging_app_unapproved)) or serious_harm_evidence',
        says: 'The employer may look into it, or work has been lost already.',
      },
      {
        score: 1,
        when: "formal_complaint_received or open_process=='local' or (by and needs_repair)",
        says: 'The employer may ask about it.',
      },
    ],
  },
  {
    id: 'regulator',
    name: 'Regulator',
    levels: [
      {
        score: 3,
        when: "regulator_contact in ('rule7','interim_orders','ie_complaint_notice') or criminal_status in ('charged','cautioned','convicted')",
        says: 'The regulator acts already, or must be told.',
      },
      {
        score: 2,
        when: "reportable or (by and (boundary_breach in ('doctor_initiated_contact','sexualised') or (conduct_issue and (pattern_persistent or prior_similar_incident)) or (offensive_or_discriminatory and targets_individual_or_group) or (disclosure and prior_similar_incident)))",
        says: 'It may come to the point at which a regulator looks at it.',
      },
      {
        score: 1,
        when: 'by and needs_repair',
        says: 'Guidance is engaged; put right, it need not go further.',
      },
    ],
  },
  {
    id: 'law',
    name: 'Law',
    levels: [
      {
        score: 3,
        when: "open_process in ('court','police','inquest','claim') or active_court_comment or criminal_status!='none'",
        says: 'A legal process is open, or a court may take notice.',
      },
      {
        score: 2,
        when: 'disclosure or dp_complaint_received or (by and gives_individual_advice)',
        says: 'Data protection law, or a duty of care to the person advised, is engaged.',
      },
      {
        score: 1,
        when: 'defamation_arguable or sar_received or (by and (undisclosed_interest or pom_promoted or staff_posted_positive_reviews))',
        says: 'Defamation, access, advertising or consumer law may matter.',
      },
    ],
  },
  {
    id: 'money',
    name: 'Money',
    levels: [
      {
        score: 3,
        when: "open_process=='claim'",
        says: 'A claim for damages is open, and whether cover holds may be in question.',
      },
      {
        score: 2,
        when: "asks_for_defamation_funding or serious_harm_evidence or (by and gives_individual_advice) or indemnity_activity in ('commercial_endorsement','personal')",
        says: 'Legal costs or losses are likely, and indemnity may not cover them.',
      },
      {
        score: 1,
        when: "disclosure or defamation_arguable or indemnity_activity=='publication_or_broadcast'",
        says: 'Legal costs are possible, and cover may be limited; have the scope of indemnity checked.',
      },
    ],
  },
];

import type { WrittenEntry } from '../citation-entry.js';

/** Decided cases and published actions. */
export const CASES: readonly WrittenEntry[] = [
  {
    key: 'F1',
    body: 'HHS (United States)',
    editions: [
      {
        title: 'Elite Dental Associates (2019)',
        gist: 'Replies to reviews gave a surname, health details and cost: 10,000 dollars and a corrective plan.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F2',
    body: 'HHS (United States)',
    editions: [
      {
        title: 'U. Phillip Igbinadolor DMD (2022)',
        gist: 'Disclosure in answer to a negative review: 50,000 dollars.',
        status: 'secondary',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F3',
    body: 'HHS (United States)',
    editions: [
      {
        title: 'New Vision Dental (2022)',
        gist: 'Replies unmasked people who wrote under pseudonyms: 23,000 dollars and removal.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F4',
    body: 'HHS (United States)',
    editions: [
      {
        title: 'Manasa Health Center (2023)',
        gist: 'Replies to reviews gave diagnosis and treatment of four patients: 30,000 dollars.',
        status: 'unverified',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F5',
    body: 'High Court',
    editions: [
      {
        title: 'White v GMC [2021] EWHC 3286 (Admin)',
        gist: 'An interim order on speech must meet section 12(3) of the Human Rights Act; conditions set aside.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F6',
    body: 'High Court',
    editions: [
      {
        title: 'Adil v GMC [2023] EWHC 797 (Admin)',
        gist: 'Grossly misleading health claims made as a doctor: suspension upheld.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F7',
    body: 'MPTS',
    editions: [
      {
        title: 'McCloskey (2021–2023)',
        gist: 'Vaccine video with a doctor’s authority: interim suspension, then six months.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F8',
    body: 'MPTS',
    editions: [
      {
        title: 'Aladwan (2025)',
        gist: 'Posts: no order at first, then interim suspension; no findings of fact.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F9',
    body: 'AEPD (Spain)',
    editions: [
      {
        title: 'Eye clinic, reply to a review (2023)',
        gist: 'A reply published name, identity number, telephone and health data: 7,000 euros.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F10',
    body: 'ICO',
    editions: [
      {
        title: 'NHS Lanarkshire (2023)',
        gist: 'Staff shared patient data for two years in a WhatsApp group that an outsider could read: reprimand.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F11',
    body: 'AEPD (Spain)',
    editions: [
      {
        title: 'Plastic surgery clinic (2024)',
        gist: 'Before-and-after pictures posted on consent given for another use: 10,000 euros.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F12',
    body: 'MPTS and High Court',
    editions: [
      {
        title: 'WhatsApp group of doctors (2022)',
        gist: 'Private messages count: two-year warnings by consent.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F13',
    body: 'MPTS',
    editions: [
      {
        title: 'Sohail (2024)',
        gist: 'Racist private messages and a caution: ten months’ suspension.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F14',
    body: 'MPTS',
    editions: [
      {
        title: 'Harrop (2021)',
        gist: 'Offensive and intimidating posts: suspension.',
        status: 'secondary',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F15',
    body: 'MPTS',
    editions: [
      {
        title: 'Neurosurgery trainee',
        gist: 'Operation photograph on a dating profile without consent, with other matters: erasure.',
        status: 'secondary',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F16',
    body: 'MDDUS',
    editions: [
      {
        title: 'Emergency registrar',
        gist: 'Anonymous posts about patients were traced by a colleague.',
        status: 'secondary',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F17',
    body: 'Medical defence case',
    editions: [
      {
        title: 'Posts called hate speech',
        gist: 'Advice after apology and insight; the employer acted as well.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F18',
    body: 'High Court',
    editions: [
      {
        title: 'Charakida v Jackson [2019] EWHC 858 (QB)',
        gist: 'Patient’s blog: 6,000 pounds and an injunction, by default.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F19',
    body: 'High Court',
    editions: [
      {
        title: 'Frati v Bowen-Carter [2023] EWHC 627 (KB)',
        gist: 'A review is read as an ordinary reader reads it; litigation is costly.',
        status: 'secondary',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F20',
    body: 'High Court',
    editions: [
      {
        title: 'Summerfield Browne v Waymouth [2021] EWHC 85 (QB)',
        gist: '25,000 pounds for a false review, and a backlash.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F21',
    body: 'Court of Amsterdam',
    editions: [
      {
        title: 'Surgeon v Google (2018)',
        gist: 'Delisting of an unofficial blacklist ordered.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F22',
    body: 'Medical Council (Ireland)',
    editions: [
      {
        title: 'de Brun inquiry (2025)',
        gist: 'Posts on public health before an inquiry; outcome not seen.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F23',
    body: 'Medical Council (Ireland)',
    editions: [
      {
        title: 'Reply to a review (2025)',
        gist: 'Inquiry on a reply said to disclose and disparage; outcome not seen.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F24',
    body: 'Data Protection Commission (Ireland)',
    editions: [
      {
        title: 'Journalist’s e-mail tweeted',
        gist: 'That data are public elsewhere is no consent.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F25',
    body: 'Australian tribunal',
    editions: [
      {
        title: 'Registrar and WhatsApp (2024)',
        gist: 'Graphic patient images sent to friends: professional misconduct.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F26',
    body: 'BMJ',
    editions: [
      {
        title: 'Deepfaked television doctors (July 2024)',
        gist: 'Removals of faked videos have to be asked for again and again.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F27',
    body: 'BMJ and MDU',
    editions: [
      {
        title: 'GMC social-media cases 2015–2017',
        gist: '28 investigations closed; two suspensions.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F28',
    body: 'CPSBC (Canada)',
    editions: [
      {
        title: 'Replies to reviews',
        gist: 'The regulator reminded the profession after two doctors disclosed in replies.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'F.deepfake',
    body: 'BMJ',
    editions: [
      {
        title: 'Deepfaked television doctors (July 2024)',
        gist: 'Trusted doctors are faked to sell cures; report as impersonation and as fraud.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
];

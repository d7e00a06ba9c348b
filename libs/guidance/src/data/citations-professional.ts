import type { WrittenEntry } from '../citation-entry.js';

/** Guidance of other regulators, of defence bodies and of the profession. */
export const PROFESSIONAL: readonly WrittenEntry[] = [
  {
    key: 'A5',
    body: 'GMC and safeguarding law',
    editions: [
      {
        title:
          'Protecting children and young people; local safeguarding; Children First Act 2015 (Ireland)',
        gist: 'A risk to a child or an adult at risk must be acted on.',
        status: 'unverified',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A5.ie',
    body: 'Oireachtas (Ireland)',
    editions: [
      {
        title: 'Children First Act 2015',
        gist: 'Doctors are mandated persons: a risk to a child is reported.',
        status: 'unverified',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A6',
    body: 'Medical Council (Ireland)',
    editions: [
      {
        title:
          'Guide to Professional Conduct and Ethics, 8th edition; Medical Practitioners Act 2007',
        gist: 'A complaint is copied to the doctor, who answers by the date the letter sets.',
        status: 'secondary',
        checkedOn: '2026-11-22',
      },
      {
        title:
          'Guide to Professional Conduct and Ethics, 9th edition; Medical Practitioners Act 2007',
        gist: 'A complaint is copied to the doctor, who answers by the date the letter sets; the High Court may suspend meanwhile.',
        status: 'seen',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-01',
      },
    ],
  },
  {
    key: 'A6.ie',
    body: 'Medical Council (Ireland)',
    editions: [
      {
        title: 'Guide to Professional Conduct and Ethics, 8th edition',
        paragraph: 'paragraph 20',
        gist: 'Professional standards apply on social media.',
        status: 'secondary',
        checkedOn: '2026-11-22',
      },
      {
        title: 'Guide to Professional Conduct and Ethics, 9th edition',
        gist: 'Same standards online; keep personal and professional apart; give a name with clinical advice; do not look into the lives of patients online; nothing that may identify a patient.',
        status: 'secondary',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-01',
      },
    ],
  },
  {
    key: 'A6.confidentiality',
    body: 'Medical Council (Ireland)',
    editions: [
      {
        title: 'Guide to Professional Conduct and Ethics, 9th edition',
        paragraph: 'paragraphs 25–30',
        gist: 'Information about a patient stays confidential; nothing that may identify a patient goes out without consent.',
        status: 'secondary',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-01',
      },
    ],
  },
  {
    key: 'A6.recordings',
    body: 'Medical Council (Ireland)',
    editions: [
      {
        title: 'Guide to Professional Conduct and Ethics, 9th edition',
        paragraph: 'paragraphs 31–32',
        gist: 'Recordings of a patient need consent for the use that is made of them.',
        status: 'secondary',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-01',
      },
    ],
  },
  {
    key: 'A7',
    body: 'NHS England',
    editions: [
      {
        body: 'NHS Digital',
        title: 'Social media security: user guide (2017)',
        gist: 'WhatsApp is never used for information about patients.',
        status: 'seed',
        seenIn: 'Medical Protection (2017, 2019)',
        checkedOn: '2026-11-22',
        note: 'Given up in 2018. The policy of the employer still comes first: some employers forbid it to this day.',
      },
      {
        title: 'Using mobile messaging',
        gist: 'Messaging apps may serve where nothing practical is available and benefit outweighs risk; local policy on approved apps first, least data, move it to the record and delete it.',
        status: 'seen',
        checkedOn: '2026-11-22',
        inForceFrom: '2018-01-01',
        note: 'The line was softened in the course of 2018; the day is not known, so it is counted from the start of that year.',
      },
    ],
  },
  {
    key: 'A8.asa',
    body: 'ASA, CAP and Advertising Standards Authority (Ireland)',
    editions: [
      {
        title: 'CAP Code, rules 12.12 and 12.18; Irish Code, section 11.16',
        gist: 'Prescription-only medicines are not advertised to the public; health professionals do not endorse medicines; advertising must be recognisable as such.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A8.ad_label',
    body: 'ASA and CAP',
    editions: [
      {
        title: 'CAP Code, section 2',
        paragraph: 'section 2 (number not verified)',
        gist: 'Content that is paid for, owned or given is obviously recognisable as advertising, such as by #ad at its start.',
        status: 'unverified',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A8.medicines',
    body: 'UK Parliament',
    editions: [
      {
        title: 'Human Medicines Regulations 2012',
        gist: 'Advertising a prescription-only medicine to the public is an offence.',
        status: 'secondary',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A8.ie',
    body: 'Advertising Standards Authority (Ireland)',
    editions: [
      {
        title: 'Code of Standards',
        paragraph: 'section 11.16',
        gist: 'The same ban on advertising prescription-only medicines; paid content is labelled.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A11.scope',
    body: 'Medical Protection (Ireland)',
    editions: [
      {
        title: 'Scope of indemnity for what a doctor publishes',
        gist: 'Claims from published material are unlikely to be covered; help with the regulator usually is.',
        status: 'seed',
        seenIn: 'Medical Independent (21 April 2024)',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A11',
    body: 'Defence bodies and BMA',
    editions: [
      {
        title: 'Advice on online criticism',
        gist: 'Answering in public is risky; most criticism is best handled as a complaint, in private, or left alone.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A11.mdu',
    body: 'MDU',
    editions: [
      {
        title: 'Dealing with online criticism',
        gist: 'Replying, removal, delisting and defamation all carry risk; a short reply may thank, regret dissatisfaction and invite contact; abuse can be reported.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A11.mps',
    body: 'Medical Protection',
    editions: [
      {
        title: 'Dealing with negative online reviews (2022)',
        gist: 'Treat it as a complaint: review, look into it, use a private channel, and only then decide on a reply.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A11.mddus',
    body: 'MDDUS',
    editions: [
      {
        title: 'Covert recordings made public (2022)',
        gist: 'A patient may publish what is their own; removal can be asked for where others’ private data are shown; a recording may be evidence.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A11.bma',
    body: 'BMA',
    editions: [
      {
        title: 'Social media, ethics and professionalism',
        gist: 'No friend requests from patients; no derogatory talk of patients or colleagues; declare interests; defamation and contempt apply.',
        status: 'secondary',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A12',
    body: 'Local medical committees and employers’ safety law',
    editions: [
      {
        title:
          'Ending care; Health and Safety at Work etc. Act 1974; Safety, Health and Welfare at Work Act 2005 (Ireland)',
        gist: 'An employer must look after the safety of its staff; ending care needs a real breakdown.',
        status: 'unverified',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A12.list',
    body: 'Local medical committees and BMA',
    editions: [
      {
        title: 'Removal from a practice list; Special Allocation Scheme',
        gist: 'Removal needs a real breakdown, usually after a written warning, and not while a complaint is open; the special scheme only after violence or threats reported to the police.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A14',
    body: 'Support services',
    editions: [
      {
        title: 'Support for doctors',
        gist: 'Defence-body counselling, practitioner health services, BMA wellbeing and crisis lines are there at once.',
        status: 'unverified',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'S.mdu',
    body: 'MDU',
    editions: [
      {
        title: 'Using social media (30 January 2024)',
        gist: 'Confidentiality first; a moderator is probably the safest route against a bad review; images are checked before they are posted.',
        status: 'seed',
        seenIn: 'MDU',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'S.mps_ie',
    body: 'Medical Protection (Ireland)',
    editions: [
      {
        title:
          'Davies and Walshe, Staying safe on social media, Medical Independent (21 April 2024)',
        gist: 'Claims from what one publishes are unlikely to be covered; help with the regulator usually is.',
        status: 'seed',
        seenIn: 'Medical Independent',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'S.themis',
    body: 'THEMIS Clinical Defence',
    editions: [
      {
        title: 'Rowe, on healthcare professionals and social media',
        gist: 'Answer grievances politely, in general words, and through the complaints route.',
        status: 'seed',
        seenIn: 'THEMIS',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'S.mps_uk',
    body: 'Medical Protection',
    editions: [
      {
        title: 'Thorpe, Top tips on social media (2017, 2019)',
        gist: 'Earlier advice; parts are out of date.',
        status: 'seed',
        seenIn: 'Medical Protection',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'S.bma',
    body: 'BMA',
    editions: [
      {
        title: 'Social media guidance for doctors',
        gist: 'Do not feed trolls; keep a neutral tone; threats are crimes.',
        status: 'seed',
        seenIn: 'BMA',
        checkedOn: '2026-11-22',
      },
    ],
  },
];

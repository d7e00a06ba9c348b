import type { CitationEntry } from '../citation.js';

/** Guidance of regulators, defence bodies and the profession. */
export const PROFESSIONAL: readonly CitationEntry[] = [
  {
    key: 'A1',
    body: 'GMC',
    editions: [
      {
        title: "Doctors' use of social media (2013)",
        gist: 'Same substance in the earlier edition; paragraph not checked: the standards for a doctor are the same online as face to face; privacy settings and anonymity change none of them.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Using social media as a medical professional (2024)',
        gist: 'The standards for a doctor are the same online as face to face; privacy settings and anonymity change none of them.',
        status: 'seen',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A1.p4',
    body: 'GMC',
    editions: [
      {
        title: "Doctors' use of social media (2013)",
        gist: 'Same substance in the earlier edition; paragraph not checked: standards are the same online as face to face, whatever the platform.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Using social media as a medical professional (2024)',
        paragraph: 'paragraph 4',
        gist: 'Standards are the same online as face to face, whatever the platform.',
        status: 'seen',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A1.p8-9',
    body: 'GMC',
    editions: [
      {
        title: "Doctors' use of social media (2013)",
        gist: 'A doctor who can be recognised as one on public social media is expected to give a name; paragraph not checked.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Using social media as a medical professional (2024)',
        paragraph: 'paragraphs 8–9',
        gist: 'Give people the means to judge a claim: usually say who you are when commenting on health. Anonymous content can be traced and private messages can come out.',
        status: 'secondary',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A1.p9',
    body: 'GMC',
    editions: [
      {
        title: "Doctors' use of social media (2013)",
        gist: 'Same substance in the earlier edition; paragraph not checked: anonymous content can be traced and messages in private groups can become public.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Using social media as a medical professional (2024)',
        paragraph: 'paragraph 9',
        gist: 'Anonymous content can be traced and messages in private groups can become public.',
        status: 'seen',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A1.p14',
    body: 'GMC',
    editions: [
      {
        title: "Doctors' use of social media (2013)",
        gist: 'Same substance in the earlier edition; paragraph not checked: no abuse, discrimination, bullying, harassment or deliberate targeting of a person or group through social media.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Using social media as a medical professional (2024)',
        paragraph: 'paragraph 14',
        gist: 'No abuse, discrimination, bullying, harassment or deliberate targeting of a person or group through social media.',
        status: 'secondary',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A1.p15',
    body: 'GMC',
    editions: [
      {
        title: "Doctors' use of social media (2013)",
        gist: 'Same substance in the earlier edition; paragraph not checked: the law on copyright, defamation, discrimination and harassment applies online, in a private as in a professional capacity.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Using social media as a medical professional (2024)',
        paragraph: 'paragraph 15',
        gist: 'The law on copyright, defamation, discrimination and harassment applies online, in a private as in a professional capacity.',
        status: 'seen',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A1.p17',
    body: 'GMC',
    editions: [
      {
        title: "Doctors' use of social media (2013)",
        gist: 'A patient who makes contact about care through a private profile is told that the roles cannot be mixed; paragraph not checked.',
        status: 'seen',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Using social media as a medical professional (2024)',
        paragraph: 'paragraph 17',
        gist: 'When a patient makes contact about care through a private profile, say that the roles cannot be mixed and point to a professional channel.',
        status: 'seed',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A1.p18',
    body: 'GMC',
    editions: [
      {
        title: "Doctors' use of social media (2013)",
        gist: 'Same substance in the earlier edition; paragraph not checked: keep confidentiality and respect dignity and privacy on every kind of social media.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Using social media as a medical professional (2024)',
        paragraph: 'paragraph 18',
        gist: 'Keep confidentiality and respect dignity and privacy on every kind of social media.',
        status: 'seen',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A1.p19',
    body: 'GMC',
    editions: [
      {
        title: "Doctors' use of social media (2013)",
        gist: 'Same substance in the earlier edition; paragraph not checked: details that are harmless one by one may identify a patient together.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Using social media as a medical professional (2024)',
        paragraph: 'paragraph 19',
        gist: 'Details that are harmless one by one may identify a patient together.',
        status: 'seen',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A1.p20',
    body: 'GMC',
    editions: [
      {
        title: "Doctors' use of social media (2013)",
        gist: 'Same substance in the earlier edition; paragraph not checked: share nothing that identifies a patient without explicit consent, and then follow the guidance on confidentiality and recordings.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Using social media as a medical professional (2024)',
        paragraph: 'paragraph 20',
        gist: 'Share nothing that identifies a patient without explicit consent, and then follow the guidance on confidentiality and recordings.',
        status: 'seen',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A1.p18-20',
    body: 'GMC',
    editions: [
      {
        title: "Doctors' use of social media (2013)",
        gist: 'Same substance in the earlier edition; paragraph not checked: keep confidentiality and dignity; pieces may identify together; nothing identifiable goes out without explicit consent.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Using social media as a medical professional (2024)',
        paragraph: 'paragraphs 18–20',
        gist: 'Keep confidentiality and dignity; pieces may identify together; nothing identifiable goes out without explicit consent.',
        status: 'seen',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A2',
    body: 'GMC',
    editions: [
      {
        title: 'Good medical practice (2013)',
        gist: 'Same substance in the earlier edition: conduct must justify trust; be honest, fair to colleagues, and keep within boundaries with patients.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Good medical practice (2024)',
        gist: 'Conduct must justify trust; be honest, fair to colleagues, and keep within boundaries with patients.',
        status: 'secondary',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A2.concerns',
    body: 'GMC',
    editions: [
      {
        title: 'Good medical practice (2013)',
        gist: 'Same substance in the earlier edition: raise a concern about the safety of patients promptly; it may not be held against the person who raises it.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Good medical practice (2024)',
        paragraph: 'paragraph 75 onwards (number not verified)',
        gist: 'Raise a concern about the safety of patients promptly; it may not be held against the person who raises it.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A2.p81',
    body: 'GMC',
    editions: [
      {
        title: 'Good medical practice (2013)',
        gist: 'Same substance in the earlier edition: conduct must justify the trust of patients and the public.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Good medical practice (2024)',
        paragraph: 'paragraph 81',
        gist: 'Conduct must justify the trust of patients and the public.',
        status: 'seen',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A2.p82',
    body: 'GMC',
    editions: [
      {
        title: 'Good medical practice (2013)',
        gist: 'Same substance in the earlier edition: be honest about experience, qualifications and role.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Good medical practice (2024)',
        paragraph: 'paragraph 82',
        gist: 'Be honest about experience, qualifications and role.',
        status: 'seen',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A2.p88',
    body: 'GMC',
    editions: [
      {
        title: 'Good medical practice (2013)',
        gist: 'Same substance in the earlier edition: be honest and trustworthy, and keep confidentiality, in all professional communication including digital.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Good medical practice (2024)',
        paragraph: 'paragraph 88',
        gist: 'Be honest and trustworthy, and keep confidentiality, in all professional communication including digital.',
        status: 'seen',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A2.p89',
    body: 'GMC',
    editions: [
      {
        title: 'Good medical practice (2013)',
        gist: 'Same substance in the earlier edition: information given must be accurate: check it, leave nothing out on purpose, do not play down risk or dress opinion as fact.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Good medical practice (2024)',
        paragraph: 'paragraph 89',
        gist: 'Information given must be accurate: check it, leave nothing out on purpose, do not play down risk or dress opinion as fact.',
        status: 'seen',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A2.p90',
    body: 'GMC',
    editions: [
      {
        title: 'Good medical practice (2013)',
        gist: "Same substance in the earlier edition: public communication, advertising and endorsement: accurate, interests declared, nobody's vulnerability exploited.",
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Good medical practice (2024)',
        paragraph: 'paragraph 90',
        gist: "Public communication, advertising and endorsement: accurate, interests declared, nobody's vulnerability exploited.",
        status: 'seen',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A2.p93',
    body: 'GMC',
    editions: [
      {
        title: 'Good medical practice (2013)',
        gist: 'Same substance in the earlier edition: messages in private groups may become public.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Good medical practice (2024)',
        paragraph: 'paragraph 93',
        gist: 'Messages in private groups may become public.',
        status: 'seen',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A2.p99',
    body: 'GMC',
    editions: [
      {
        title: 'Good medical practice (2013)',
        paragraph: 'paragraph 75',
        gist: 'Same substance in the earlier edition: tell the GMC without delay of a caution, a charge, a finding of guilt, criticism by an official inquiry or a finding by another professional body.',
        status: 'secondary',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Good medical practice (2024)',
        paragraph: 'paragraph 99 (number not verified)',
        gist: 'Tell the GMC without delay of a caution, a charge, a finding of guilt, criticism by an official inquiry or a finding by another professional body.',
        status: 'secondary',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A3',
    body: 'GMC',
    editions: [
      {
        title:
          'Confidentiality: good practice in handling patient information (2017, updated to 2024)',
        gist: 'Information about a patient stays confidential, after death as well; even false criticism gives no release from the duty.',
        status: 'secondary',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A3.press',
    body: 'GMC',
    editions: [
      {
        title: 'Confidentiality: responding to criticism in the media',
        gist: 'Say no more in public than that a duty of confidentiality applies and what normal practice is; nothing about a patient without express consent; take advice first.',
        status: 'secondary',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A4',
    body: 'GMC and MPTS',
    editions: [
      {
        title: 'Thresholds for referral and interim orders',
        gist: 'A responsible officer asks the employer liaison adviser; conduct far below the standard, or local management that has failed, may meet the threshold; interim orders judge risk, not facts.',
        status: 'secondary',
        checkedOn: '2026-11-22',
      },
    ],
  },
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
    key: 'A7',
    body: 'NHS England',
    editions: [
      {
        title: 'Using mobile messaging',
        gist: 'Messaging apps may serve where nothing practical is available and benefit outweighs risk; local policy on approved apps first, least data, move it to the record and delete it.',
        status: 'seen',
        checkedOn: '2026-11-22',
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
    key: 'A10',
    body: 'GMC',
    editions: [
      {
        title: 'Making and using visual and audio recordings of patients',
        gist: 'Publishing a recording where the public can see it needs written consent, even when the patient cannot be recognised.',
        status: 'seen',
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
        gist: "A patient may publish what is their own; removal can be asked for where others' private data are shown; a recording may be evidence.",
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
    body: "Local medical committees and employers' safety law",
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
        checkedOn: '2026-11-22',
      },
    ],
  },
];

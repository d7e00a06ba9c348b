import type { WrittenEntry } from '../citation-entry.js';

/** Guidance of the General Medical Council. */
export const GMC: readonly WrittenEntry[] = [
  {
    key: 'A1',
    body: 'GMC',
    editions: [
      {
        title: 'Doctors’ use of social media (2013)',
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
        title: 'Doctors’ use of social media (2013)',
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
        title: 'Doctors’ use of social media (2013)',
        gist: 'Whoever says on public social media that they are a doctor should also give their name.',
        status: 'seed',
        seenIn: 'Medical Protection (2017, 2019)',
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
        title: 'Doctors’ use of social media (2013)',
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
        title: 'Doctors’ use of social media (2013)',
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
        title: 'Doctors’ use of social media (2013)',
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
        title: 'Doctors’ use of social media (2013)',
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
        seenIn: 'THEMIS',
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
        title: 'Doctors’ use of social media (2013)',
        gist: 'Same substance in the earlier edition; paragraph not checked: keep confidentiality and respect dignity and privacy on every kind of social media.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Using social media as a medical professional (2024)',
        paragraph: 'paragraph 18',
        gist: 'Keep confidentiality and respect dignity and privacy on every kind of social media.',
        correction: {
          note: 'Paragraph 18 is the duty of confidentiality, dignity and privacy. Explicit consent stands at paragraph 20; rules cite paragraphs 18 to 20 together.',
          sources: [
            {
              name: 'THEMIS Clinical Defence (Rowe)',
              says: 'Gives paragraph 18 as the rule that asks for explicit consent.',
            },
            {
              name: 'GMC, Good medical practice in action, Dr Walker, scenario 3',
              says: 'Gives paragraph 18 as confidentiality, dignity and privacy, 19 as details that identify together, and the rule on explicit consent in the text after those.',
              link: 'https://www.gmc-uk.org/gmpinaction/case-studies/dr-walker/scenario-03',
            },
          ],
        },
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
        title: 'Doctors’ use of social media (2013)',
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
        title: 'Doctors’ use of social media (2013)',
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
        title: 'Doctors’ use of social media (2013)',
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
    key: 'A1.p1-3',
    body: 'GMC',
    editions: [
      {
        title: 'Doctors’ use of social media (2013)',
        gist: 'Same substance in the earlier edition; paragraph not checked: the guidance holds for everybody on the register and builds on Good medical practice; not every departure from it is serious.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Using social media as a medical professional (2024)',
        paragraph: 'paragraphs 1–3 (numbers not verified)',
        gist: 'The guidance holds for everybody on the register and builds on Good medical practice; not every departure from it is serious.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A1.p5-6',
    body: 'GMC',
    editions: [
      {
        title: 'Doctors’ use of social media (2013)',
        gist: 'Same substance in the earlier edition; paragraph not checked: social media includes private messaging; it has benefits as well as risks.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Using social media as a medical professional (2024)',
        paragraph: 'paragraphs 5–6 (numbers not verified)',
        gist: 'Social media includes private messaging; it has benefits as well as risks.',
        status: 'secondary',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A1.p7',
    body: 'GMC',
    editions: [
      {
        title: 'Doctors’ use of social media (2013)',
        gist: 'Same substance in the earlier edition; paragraph not checked: freedom of belief, privacy and expression is weighed against the effect on others and on trust.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Using social media as a medical professional (2024)',
        paragraph: 'paragraph 7',
        gist: 'Freedom of belief, privacy and expression is weighed against the effect on others and on trust.',
        status: 'seen',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A1.p10-13',
    body: 'GMC',
    editions: [
      {
        title: 'Doctors’ use of social media (2013)',
        gist: 'Same substance in the earlier edition; paragraph not checked: be honest and do not mislead, declare interests, stay within competence, and follow the policy of the employer.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Using social media as a medical professional (2024)',
        paragraph: 'paragraphs 10–13 (numbers not verified)',
        gist: 'Be honest and do not mislead, declare interests, stay within competence, and follow the policy of the employer.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A1.p16',
    body: 'GMC',
    editions: [
      {
        title: 'Doctors’ use of social media (2013)',
        gist: 'Same substance in the earlier edition; paragraph not checked: keep the boundary between private and professional life with patients.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Using social media as a medical professional (2024)',
        paragraph: 'paragraph 16 (number not verified)',
        gist: 'Keep the boundary between private and professional life with patients.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A1.p21-27',
    body: 'GMC',
    editions: [
      {
        title: 'Doctors’ use of social media (2013)',
        gist: 'Same substance in the earlier edition; paragraph not checked: whoever asks for consent says what goes where, why and for how long, and that it cannot be called back; mind time and equipment of the employer and privacy settings.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Using social media as a medical professional (2024)',
        paragraph: 'paragraphs 21–27 (numbers not verified)',
        gist: 'Whoever asks for consent says what goes where, why and for how long, and that it cannot be called back; mind time and equipment of the employer and privacy settings.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A1.p8',
    body: 'GMC',
    editions: [
      {
        title: 'Doctors’ use of social media (2013)',
        gist: 'Whoever says on public social media that they are a doctor should also give their name.',
        status: 'seed',
        seenIn: 'Medical Protection (2017, 2019)',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Using social media as a medical professional (2024)',
        paragraph: 'paragraph 8 (number not verified)',
        gist: 'Commenting on health matters, a doctor usually says who they are, so that people can judge what they read.',
        status: 'secondary',
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
    key: 'A2.p83',
    body: 'GMC',
    editions: [
      {
        title: 'Good medical practice (2013)',
        gist: 'Same substance in the earlier edition; paragraph not checked: give name and registration number to somebody who asks and has a reason to.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Good medical practice (2024)',
        paragraph: 'paragraph 83',
        gist: 'Give name and registration number to somebody who asks and has a reason to.',
        status: 'seen',
        checkedOn: '2026-11-22',
        inForceFrom: '2024-01-30',
      },
    ],
  },
  {
    key: 'A2.p48-56',
    body: 'GMC',
    editions: [
      {
        title: 'Good medical practice (2013)',
        gist: 'Same substance in the earlier edition; paragraph not checked: treat colleagues fairly and with respect; no bullying, no claims about them without basis.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Good medical practice (2024)',
        paragraph: 'paragraphs 48–56 (numbers not verified)',
        gist: 'Treat colleagues fairly and with respect; no bullying, no claims about them without basis.',
        status: 'unverified',
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
        gist: 'Same substance in the earlier edition: public communication, advertising and endorsement: accurate, interests declared, nobody’s vulnerability exploited.',
        status: 'unverified',
        checkedOn: '2026-11-22',
        inForceFrom: '2013-04-22',
      },
      {
        title: 'Good medical practice (2024)',
        paragraph: 'paragraph 90',
        gist: 'Public communication, advertising and endorsement: accurate, interests declared, nobody’s vulnerability exploited.',
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
    key: 'A4.interim',
    body: 'MPTS',
    editions: [
      {
        title: 'Interim orders',
        gist: 'A tribunal weighs risk and finds no facts; it may suspend or restrict for up to eighteen months, with reviews.',
        status: 'secondary',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A4.speech',
    body: 'High Court',
    editions: [
      {
        title: 'Speech of doctors: White v GMC (2021), Adil v GMC (2023)',
        gist: 'An interim order on speech must meet section 12(3) of the Human Rights Act; a sanction for grossly misleading health claims made as a doctor was upheld.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A4.five_years',
    body: 'GMC',
    editions: [
      {
        title: 'Fitness to Practise Rules 2004',
        paragraph: 'rule 4(5)',
        gist: 'Allegations more than five years old go no further, unless the public interest asks for it.',
        status: 'secondary',
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
];

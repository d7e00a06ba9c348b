import type { WrittenEntry } from '../citation-entry.js';

/** Statutes, regulations and procedural rules. */
export const LAW: readonly WrittenEntry[] = [
  {
    key: 'A9',
    body: 'UK GDPR and GDPR',
    editions: [
      {
        title: 'Notification of a breach to the authority',
        paragraph: 'Article 33',
        gist: 'Tell the supervisory authority of a personal data breach without undue delay, within 72 hours of awareness where feasible, unless a risk is unlikely; record every breach.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A9.art34',
    body: 'UK GDPR and GDPR',
    editions: [
      {
        title: 'Notification of a breach to the people concerned',
        paragraph: 'Article 34',
        gist: 'Where the risk to people is high, tell them without undue delay.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A9.dpc',
    body: 'Data Protection Commission (Ireland)',
    editions: [
      {
        title: 'Notification of a breach',
        paragraph: 'Article 33',
        gist: 'The same 72 hours, through the Commission’s web form.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A9.duaa',
    body: 'UK Parliament',
    editions: [
      {
        title: 'Data Protection Act 2018 as amended by the Data (Use and Access) Act 2025',
        paragraph: 'section 164A',
        gist: 'A controller acknowledges a data-protection complaint within 30 days and reports the outcome without undue delay.',
        status: 'secondary',
        checkedOn: '2026-11-22',
        inForceFrom: '2026-06-19',
      },
    ],
  },
  {
    key: 'A13',
    body: 'Criminal law of the five jurisdictions',
    editions: [
      {
        title:
          'Online Safety Act 2023 ss 179, 181; harassment and intimate-image offences; 2020 Act (Ireland)',
        gist: 'Threats, harassment on two occasions, intimate images and fraud are crimes; criticism is none.',
        status: 'secondary',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A13.online_safety',
    body: 'UK Parliament',
    editions: [
      {
        title: 'Online Safety Act 2023',
        paragraph: 'sections 179 and 181',
        gist: 'Threats of death or serious harm, and knowingly false messages meant to harm, are crimes in England, Wales and Northern Ireland.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A13.harassment',
    body: 'UK Parliament and devolved legislatures',
    editions: [
      {
        title:
          'Protection from Harassment Act 1997; Northern Ireland Order 1997; Criminal Justice and Licensing (Scotland) Act 2010',
        gist: 'Harassment is a course of conduct, on at least two occasions.',
        status: 'secondary',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'A13.ie',
    body: 'Oireachtas (Ireland)',
    editions: [
      {
        title: 'Harassment, Harmful Communications and Related Offences Act 2020',
        paragraph: 'sections 2 to 4 and 10',
        gist: 'Sharing intimate images, a single threatening or grossly offensive message sent to harm, and harassment are crimes.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'B.complaints',
    body: 'Complaints law of each nation',
    editions: [
      {
        title:
          '2009 Regulations (England); model procedures (Scotland, Northern Ireland); 2011 Regulations (Wales); Your Service Your Say (Ireland)',
        gist: 'The clock belongs to where the care was given; acknowledgement in days, response in weeks or months.',
        status: 'secondary',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'B.s5',
    body: 'UK Parliament (England and Wales)',
    editions: [
      {
        title: 'Defamation Act 2013 and SI 2013/3028',
        paragraph: 'section 5',
        gist: 'A website operator acts on a valid notice within 48 hours, weekends and bank holidays left out; the notice must have all its parts.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'B.defam',
    body: 'Defamation law of the five jurisdictions',
    editions: [
      {
        title: 'Defamation and limitation Acts',
        gist: 'Honest opinion is a defence; serious harm is needed in most jurisdictions; one year from first publication.',
        status: 'secondary',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'B.slapp',
    body: 'Law against abusive litigation',
    editions: [
      {
        title:
          'Defamation (Amendment) Act 2026 (Ireland), Part 7 awaiting commencement; Solicitors’ conduct rules',
        gist: 'Law may not be used to silence a grievance in the public interest.',
        status: 'secondary',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'B.dmcc',
    body: 'UK Parliament and CMA',
    editions: [
      {
        title: 'Digital Markets, Competition and Consumers Act 2024 and guidance CMA208',
        paragraph: 'Schedule 20, paragraph 13',
        gist: 'Fake reviews, and reviews with concealed incentives, are banned.',
        status: 'seen',
        checkedOn: '2026-11-22',
        inForceFrom: '2025-04-06',
      },
    ],
  },
  {
    key: 'B.dsa',
    body: 'European Union',
    editions: [
      {
        title: 'Digital Services Act',
        paragraph: 'Articles 16, 20 and 21',
        gist: 'Decisions of a platform can be complained of within six months, and taken to an out-of-court body.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'B.rule7',
    body: 'GMC',
    editions: [
      {
        title: 'Fitness to Practise Rules 2004',
        paragraph: 'rule 7',
        gist: '28 days for written comments on the allegations.',
        status: 'secondary',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'B.sar',
    body: 'UK GDPR and GDPR',
    editions: [
      {
        title: 'Subject access',
        paragraph: 'Article 12(3)',
        gist: 'One month from receipt, two more for complex requests.',
        status: 'unverified',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'B.candour',
    body: 'Duty of candour of each nation',
    editions: [
      {
        title: 'Regulation 20 (England) and the duties of the other nations',
        gist: 'Tell the patient of a notifiable safety incident as soon as reasonably practicable after the organisation learns of it.',
        status: 'secondary',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'B.limitation_ie',
    body: 'Oireachtas (Ireland)',
    editions: [
      {
        title: 'Statute of Limitations 1957',
        paragraph: 'section 11(2)(c)',
        gist: 'One year from publication; a court may allow up to two.',
        status: 'unverified',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'B.defam_ie',
    body: 'Oireachtas (Ireland)',
    editions: [
      {
        title: 'Defamation (Amendment) Act 2026',
        gist: 'No juries, unmasking by the Circuit Court, new defences; the part against abusive litigation awaits commencement.',
        status: 'seen',
        checkedOn: '2026-11-22',
        inForceFrom: '2026-03-01',
      },
    ],
  },
  {
    key: 'B.osa',
    body: 'Ofcom',
    editions: [
      {
        title: 'Online Safety Act 2023',
        paragraph: 'sections 20 and 21',
        gist: 'Services must let people report and complain; Ofcom handles no single complaint.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'B.cnam',
    body: 'Coimisiún na Meán (Ireland)',
    editions: [
      {
        title: 'Digital Services Act complaints',
        gist: 'Complaints are logged and passed on; instant removal cannot be ordered.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'B.complaints_ie',
    body: 'HSE (Ireland)',
    editions: [
      {
        title: 'Your Service Your Say; Health Act 2004, Part 9',
        gist: 'A complaint is acknowledged in days and answered within thirty working days, with news each twenty; six months at the outside.',
        status: 'secondary',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'B.candour_ie',
    body: 'Oireachtas (Ireland)',
    editions: [
      {
        title: 'Patient Safety Act 2023',
        gist: 'Patients are told of a notifiable incident in an open disclosure.',
        status: 'unverified',
        checkedOn: '2026-11-22',
      },
    ],
  },
];

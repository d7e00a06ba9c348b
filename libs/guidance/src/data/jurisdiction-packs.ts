import type { Jurisdiction } from '../jurisdiction.js';
import type { JurisdictionPack } from '../jurisdiction-pack.js';

const ICO = { name: 'Information Commissioner’s Office (ICO)', link: 'https://ico.org.uk' };
const IPSO = {
  name: 'IPSO, or IMPRESS where the publisher belongs to it',
  link: 'https://www.ipso.co.uk',
};
const UK_POLICE = { emergency: '999', nonEmergency: '101, or the website of the local force' };
const UK_BREACH = { clock: 'ico_breach_72h', notice: 'T-BREACH-ICO' };
const IN_THE_UNITED_KINGDOM = {
  'A6*': null,
  'A9.dpc': 'A9',
  'A8.ie': 'A8.asa',
  'A13.ie': 'A13',
  'B.defam_ie': 'B.defam',
  'B.limitation_ie': 'B.defam',
  'B.cnam': 'B.osa',
  'B.dsa': null,
} as const;

/** What each place switches. Names of bodies and laws only; numbers to call stand in the support directory. */
export const JURISDICTION_PACKS: Readonly<Record<Jurisdiction, JurisdictionPack>> = {
  england: {
    key: 'england',
    name: 'England',
    regulators: ['gmc'],
    bodies: {
      ombudsman: {
        name: 'Parliamentary and Health Service Ombudsman',
        link: 'https://www.ombudsman.org.uk',
      },
      dataProtection: ICO,
      safeguarding: { name: 'Safeguarding team of the local authority', link: null },
      patientAdvocacy: {
        name: 'Independent NHS complaints advocacy of the local area',
        link: null,
      },
      pressRegulator: IPSO,
      coroner: { name: 'Coroner of the area', link: null },
    },
    police: UK_POLICE,
    complaints: {
      name: 'NHS complaints regulations of 2009',
      source: 'B.complaints',
      clocks: ['eng_complaint_ack_3wd', 'eng_complaint_6m'],
      acknowledgement: 'T-CMP-ACK-ENG',
    },
    breach: UK_BREACH,
    courts: {
      limitation: 'One year from first publication',
      seriousHarm: 'Serious harm has to be shown',
      operatorNotice: 'T-S5-NOTICE',
    },
    publicReply: 'T-PUB-ACK-NHS',
    forms: ['s5_notice', 'ko41a'],
    sourceFor: IN_THE_UNITED_KINGDOM,
  },
  wales: {
    key: 'wales',
    name: 'Wales',
    regulators: ['gmc'],
    bodies: {
      ombudsman: {
        name: 'Public Services Ombudsman for Wales',
        link: 'https://www.ombudsman.wales',
      },
      dataProtection: ICO,
      safeguarding: { name: 'Social services of the local authority', link: null },
      patientAdvocacy: { name: 'Llais', link: 'https://www.llaiswales.org' },
      pressRegulator: IPSO,
      coroner: { name: 'Coroner of the area', link: null },
    },
    police: UK_POLICE,
    complaints: {
      name: 'NHS concerns regulations of 2011 (“Putting Things Right”), as amended',
      source: 'B.complaints',
      clocks: ['wal_ack_5wd', 'wal_response'],
      acknowledgement: 'T-CMP-ACK-WAL',
    },
    breach: UK_BREACH,
    courts: {
      limitation: 'One year from first publication',
      seriousHarm: 'Serious harm has to be shown',
      operatorNotice: 'T-S5-NOTICE',
    },
    publicReply: 'T-PUB-ACK-UK',
    forms: ['s5_notice'],
    sourceFor: { ...IN_THE_UNITED_KINGDOM, A7: null },
  },
  scotland: {
    key: 'scotland',
    name: 'Scotland',
    regulators: ['gmc'],
    bodies: {
      ombudsman: {
        name: 'Scottish Public Services Ombudsman',
        link: 'https://www.spso.org.uk',
      },
      dataProtection: ICO,
      safeguarding: { name: 'Social work department of the council', link: null },
      patientAdvocacy: { name: 'Patient Advice and Support Service', link: null },
      pressRegulator: IPSO,
      coroner: { name: 'Procurator fiscal', link: 'https://www.copfs.gov.uk' },
    },
    police: UK_POLICE,
    complaints: {
      name: 'NHS Scotland Model Complaints Handling Procedure',
      source: 'B.complaints',
      clocks: ['sco_s1_5wd', 'sco_ack_3wd', 'sco_s2_20wd'],
      acknowledgement: 'T-CMP-ACK-SCO',
    },
    breach: UK_BREACH,
    courts: {
      limitation: 'One year from first publication, by the Acts of 1973 and 2021',
      seriousHarm: 'Serious harm has to be shown',
      operatorNotice: null,
    },
    publicReply: 'T-PUB-ACK-UK',
    forms: [],
    sourceFor: { ...IN_THE_UNITED_KINGDOM, 'B.s5': null, A7: null },
  },
  northern_ireland: {
    key: 'northern_ireland',
    name: 'Northern Ireland',
    regulators: ['gmc'],
    bodies: {
      ombudsman: {
        name: 'Northern Ireland Public Services Ombudsman',
        link: 'https://www.nipso.org.uk',
      },
      dataProtection: ICO,
      safeguarding: { name: 'Gateway service of the Health and Social Care Trust', link: null },
      patientAdvocacy: { name: 'Patient and Client Council', link: 'https://pcc-ni.net' },
      pressRegulator: IPSO,
      coroner: { name: 'Coroners Service for Northern Ireland', link: null },
    },
    police: UK_POLICE,
    complaints: {
      name: 'Health and Social Care Model Complaints Handling Procedure, from 1 January 2026',
      source: 'B.complaints',
      clocks: ['ni_s1_5wd', 'ni_ack_3wd', 'ni_s2_20wd'],
      acknowledgement: 'T-CMP-ACK-NI',
    },
    breach: UK_BREACH,
    courts: {
      limitation: 'One year, by the Limitation Order of 1989 (not verified)',
      seriousHarm: 'The Act of 2022 asks for it in part (not verified)',
      operatorNotice: null,
    },
    publicReply: 'T-PUB-ACK-UK',
    forms: [],
    sourceFor: { ...IN_THE_UNITED_KINGDOM, 'B.s5': null, A7: null },
  },
  ireland: {
    key: 'ireland',
    name: 'Ireland',
    regulators: ['medical_council_ie'],
    bodies: {
      ombudsman: { name: 'Ombudsman (Ireland)', link: 'https://www.ombudsman.ie' },
      dataProtection: {
        name: 'Data Protection Commission (DPC)',
        link: 'https://www.dataprotection.ie',
      },
      safeguarding: { name: 'Tusla, or the HSE safeguarding team', link: 'https://www.tusla.ie' },
      patientAdvocacy: {
        name: 'Patient Advocacy Service',
        link: 'https://www.patientadvocacyservice.ie',
      },
      pressRegulator: { name: 'Press Ombudsman', link: 'https://www.pressombudsman.ie' },
      coroner: { name: 'Coroner of the district', link: 'https://www.coroners.ie' },
    },
    police: { emergency: '999 or 112', nonEmergency: 'the local Garda station' },
    complaints: {
      name: 'Your Service Your Say (HSE)',
      source: 'B.complaints_ie',
      clocks: ['hse_ack_5wd', 'hse_30wd'],
      acknowledgement: 'T-CMP-ACK-IE',
    },
    breach: { clock: 'dpc_breach_72h', notice: 'T-BREACH-DPC' },
    courts: {
      limitation: 'One year; a court may allow up to two',
      seriousHarm: 'Only a body corporate has to show it',
      operatorNotice: null,
    },
    publicReply: 'T-PUB-ACK-IE',
    forms: ['dsa_complaint'],
    sourceFor: {
      'A1*': 'A6.ie',
      'A2*': 'A6',
      'A3*': 'A6.confidentiality',
      'A4*': 'A6',
      A5: 'A5.ie',
      A7: null,
      'A8.asa': 'A8.ie',
      'A8.ad_label': 'A8.ie',
      'A8.medicines': 'A8.ie',
      A9: 'A9.dpc',
      'A9.duaa': null,
      A10: 'A6.recordings',
      'A12*': null,
      'A13*': 'A13.ie',
      'B.complaints': 'B.complaints_ie',
      'B.s5': null,
      'B.defam': 'B.defam_ie',
      'B.dmcc': null,
      'B.rule7': 'A6',
      'B.candour': 'B.candour_ie',
      'B.osa': 'B.cnam',
      'C.ipso': 'C.press_ie',
    },
  },
};

import type { DeadlineRule, LimitTerms } from '../deadline-rule.js';
import { JURISDICTIONS, type Jurisdiction } from '../jurisdictions.js';

const UNITED_KINGDOM: readonly Jurisdiction[] = [
  'england',
  'wales',
  'scotland',
  'northern_ireland',
];
const CHECKED_ON = '2026-11-22';
const NI_BEFORE_2026 =
  'Before, a complaint was acknowledged in 2 working days and answered in 20 (trusts), in 3 and 10 (general practice).';

const INTERNAL = { status: 'not-applicable', statutory: false, isInternal: true } as const;

type Common = 'firstDay' | 'clamps' | 'rolls' | 'checkedOn';
type Told = Omit<DeadlineRule, Common | 'validFrom' | 'statutory' | 'status'> &
  Partial<Pick<DeadlineRule, 'rolls' | 'validFrom' | 'statutory' | 'status'>>;

/**
 * Every clock that a case may start. Each was read from the source named, on `checkedOn`, mostly in
 * summaries; what was not read is marked and so is every date that comes from it.
 */
export const DEADLINE_RULES: readonly DeadlineRule[] = [
  rule({
    id: 'eng_complaint_ack_3wd',
    title: 'Acknowledge the complaint',
    jurisdictions: ['england'],
    amount: 3,
    unit: 'working-days',
    startEvent: 'the complaint was received, in whatever form',
    source:
      'Local Authority Social Services and NHS Complaints (England) Regulations 2009 (SI 2009/309), reg 13 (number not verified)',
    validFrom: '2009-04-01',
  }),
  rule({
    id: 'eng_complaint_6m',
    title: 'Answer the complaint, or explain the delay in writing',
    jurisdictions: ['england'],
    amount: 6,
    unit: 'calendar-months',
    startEvent: 'the complaint was received, in whatever form',
    source: 'SI 2009/309, reg 14',
    validFrom: '2009-04-01',
    extension: 'The Ombudsman is to be asked within 12 months.',
  }),
  rule({
    id: 'sco_s1_5wd',
    title: 'Resolve the complaint early (stage 1)',
    jurisdictions: ['scotland'],
    amount: 5,
    unit: 'working-days',
    startEvent: 'the complaint was received',
    source:
      'NHS Scotland Model Complaints Handling Procedure 2017; Patient Rights (Scotland) Act 2011',
    extension: 'May be extended by 5 working days.',
  }),
  rule({
    id: 'sco_ack_3wd',
    title: 'Acknowledge the complaint (stage 2)',
    jurisdictions: ['scotland'],
    amount: 3,
    unit: 'working-days',
    startEvent: 'the complaint was received, or moved up from stage 1',
    source:
      'Patient Rights (Complaints Procedure) (Scotland) Regulations 2012 (SSI 2012/36), reg 6',
  }),
  rule({
    id: 'sco_s2_20wd',
    title: 'Report on the complaint (stage 2)',
    jurisdictions: ['scotland'],
    amount: 20,
    unit: 'working-days',
    startEvent: 'the complaint was received, or moved up from stage 1',
    source: 'SSI 2012/36, reg 6; NHS Scotland Model Complaints Handling Procedure 2017',
  }),
  rule({
    id: 'wal_ack_5wd',
    title: 'Acknowledge the concern',
    jurisdictions: ['wales'],
    amount: 5,
    unit: 'working-days',
    startEvent: 'the concern was received',
    source:
      'NHS concerns regulations (Wales) 2011, reg 22, as amended by the Duty of Candour Procedure (Wales) Regulations 2023, reg 14(5)(a)',
    validFrom: '2023-04-01',
    earlier: {
      amount: 2,
      source: 'NHS concerns regulations (Wales) 2011, reg 22, before April 2023',
    },
  }),
  rule({
    id: 'wal_response',
    title: 'Answer the concern',
    jurisdictions: ['wales'],
    amount: null,
    unit: 'as-stated',
    reason:
      'The Welsh response time changed on 1 April 2026 and the new number of days is not verified: enter the date yourself. Before that it was 30 working days, 6 months at most.',
    startEvent: 'the concern was received',
    source: 'NHS concerns regulations (Wales) 2011, reg 24; "Listening to People", 1 April 2026',
    status: 'part',
    doubt: 'The number of days since 1 April 2026 was not seen.',
  }),
  rule({
    id: 'ni_s1_5wd',
    title: 'Resolve the complaint early (stage 1)',
    jurisdictions: ['northern_ireland'],
    amount: 5,
    unit: 'working-days',
    startEvent: 'the complaint was received',
    source: 'NIPSO Model Complaints Handling Procedure for health and social care, 1 January 2026',
    validFrom: '2026-01-01',
    before: NI_BEFORE_2026,
    extension: 'May be extended by 5 working days.',
  }),
  rule({
    id: 'ni_ack_3wd',
    title: 'Acknowledge the complaint (stage 2)',
    jurisdictions: ['northern_ireland'],
    amount: 3,
    unit: 'working-days',
    startEvent: 'the complaint was received, or moved up from stage 1',
    source: 'NIPSO Model Complaints Handling Procedure for health and social care, 1 January 2026',
    validFrom: '2026-01-01',
    before: NI_BEFORE_2026,
  }),
  rule({
    id: 'ni_s2_20wd',
    title: 'Answer the complaint (stage 2)',
    jurisdictions: ['northern_ireland'],
    amount: 20,
    unit: 'working-days',
    startEvent: 'the complaint was received, or moved up from stage 1',
    source: 'NIPSO Model Complaints Handling Procedure for health and social care, 1 January 2026',
    validFrom: '2026-01-01',
    before: NI_BEFORE_2026,
    extension: 'May be extended by 20 working days.',
  }),
  rule({
    id: 'hse_ack_5wd',
    title: 'Acknowledge the complaint',
    jurisdictions: ['ireland'],
    amount: 5,
    unit: 'working-days',
    startEvent: 'the complaint was received',
    source: 'HSE "Your Service Your Say"; Health Act 2004 Part 9',
    status: 'unverified',
    doubt: 'The 5 working days were not seen in the HSE text itself.',
  }),
  rule({
    id: 'hse_30wd',
    title: 'Finish the investigation',
    jurisdictions: ['ireland'],
    amount: 30,
    unit: 'working-days',
    startEvent: 'the complaint was acknowledged',
    source: 'HSE "Your Service Your Say" manual, time frames; Health Act 2004 Part 9',
    extension: 'If it takes longer: an update every 20 working days, 6 months at most.',
  }),
  rule({
    id: 'ico_breach_72h',
    title: 'Report the breach to the Information Commissioner’s Office',
    jurisdictions: UNITED_KINGDOM,
    amount: 72,
    unit: 'elapsed-hours',
    startEvent: 'the controller became aware of the breach with reasonable certainty',
    source: 'UK GDPR Article 33',
    validFrom: '2018-05-25',
    extension: 'A later report must give the reasons for the delay.',
  }),
  rule({
    id: 'dpc_breach_72h',
    title: 'Report the breach to the Data Protection Commission',
    jurisdictions: ['ireland'],
    amount: 72,
    unit: 'elapsed-hours',
    startEvent: 'the controller became aware of the breach with reasonable certainty',
    source: 'GDPR Article 33',
    validFrom: '2018-05-25',
    extension: 'A later report must give the reasons for the delay.',
  }),
  rule({
    id: 'subject_notice_asap',
    title: 'Tell the people whose data it is',
    jurisdictions: JURISDICTIONS,
    amount: null,
    unit: 'none',
    reason: 'Without undue delay: the law gives no number of hours or days.',
    startEvent: 'a high risk to the people concerned was found',
    source: 'UK GDPR and GDPR Article 34',
    validFrom: '2018-05-25',
  }),
  rule({
    id: 'dp_complaint_ack_30d',
    title: 'Acknowledge the data protection complaint',
    jurisdictions: UNITED_KINGDOM,
    amount: 30,
    unit: 'calendar-days',
    rolls: true,
    startEvent: 'the data protection complaint was received',
    source: 'Data Protection Act 2018 s164A, inserted by the Data (Use and Access) Act 2025',
    validFrom: '2026-06-19',
    before: 'There was no such duty then.',
  }),
  rule({
    id: 'sar_1m',
    title: 'Answer the request for personal data',
    jurisdictions: JURISDICTIONS,
    amount: 1,
    unit: 'calendar-months',
    startEvent: 'the request was received, or the identity or scope was made clear',
    source: 'UK GDPR and GDPR Article 12(3)',
    validFrom: '2018-05-25',
    status: 'part',
    doubt: 'How waiting for identity or clarification moves the start was not verified.',
    extension: 'May be extended by 2 months for complex or numerous requests.',
  }),
  rule({
    id: 'search_delisting_1m',
    title: 'The search engine must answer the request',
    jurisdictions: JURISDICTIONS,
    amount: 1,
    unit: 'calendar-months',
    startEvent: 'the doctor sent the form',
    source: 'UK GDPR and GDPR Articles 12(3) and 17',
    validFrom: '2018-05-25',
    status: 'part',
    doubt: 'How waiting for proof of identity moves the start was not verified.',
    extension: 'May be extended by 2 months for complex or numerous requests.',
  }),
  // Follows GMC registration, which a doctor who practises in Ireland may hold as well.
  rule({
    id: 'gmc_rule7_28d',
    title: 'Answer the GMC letter (rule 7)',
    jurisdictions: JURISDICTIONS,
    amount: 28,
    unit: 'calendar-days',
    startEvent: 'the date of the letter',
    source: 'GMC (Fitness to Practise) Rules 2004, rule 7',
  }),
  rule({
    id: 'iot_hearing_date',
    title: 'Interim orders hearing',
    jurisdictions: JURISDICTIONS,
    ...asStated('The notice of hearing states the date and time: enter it from the notice.'),
    startEvent: 'the notice of hearing',
    source: 'Notice of hearing',
  }),
  rule({
    id: 'hearing_date',
    title: 'The next hearing begins',
    jurisdictions: JURISDICTIONS,
    ...asStated('The notice of hearing states the date and time: enter it from the notice.'),
    startEvent: 'the notice of hearing',
    source: 'Notice of hearing',
  }),
  rule({
    id: 'regulator_letter_date',
    title: 'Answer the regulator',
    jurisdictions: JURISDICTIONS,
    ...asStated('The regulator’s letter states the date: enter it from the letter.'),
    startEvent: 'the regulator’s letter',
    source: 'Regulator’s letter',
  }),
  rule({
    id: 'media_deadline',
    title: 'Answer the journalist',
    jurisdictions: JURISDICTIONS,
    ...asStated('The journalist states the time: enter it as it was given.'),
    startEvent: 'the journalist’s enquiry',
    source: 'Journalist’s enquiry',
    statutory: false,
  }),
  rule({
    id: 'self_report_without_delay',
    title: 'Tell the regulator',
    jurisdictions: JURISDICTIONS,
    amount: null,
    unit: 'none',
    reason:
      'Without delay: the guidance gives no number of days. The internal target is 1 working day.',
    startEvent: 'the charge, caution, conviction or other finding',
    source: 'GMC, Good medical practice 2024 (paragraph number not verified)',
    statutory: false,
    internalTarget: { workingDays: 1 },
    variants: {
      ireland: {
        source: 'Medical Council (Ireland), treated like the GMC duty',
        status: 'unverified',
        doubt: 'The duty of an Irish registrant was not seen.',
      },
    },
  }),
  rule({
    id: 'defamation_1y',
    title: 'Last day to bring a defamation claim',
    jurisdictions: JURISDICTIONS,
    amount: 1,
    unit: 'calendar-years',
    startEvent: 'the first publication',
    source: 'Limitation Act 1980 s4A',
    status: 'unverified',
    doubt: 'The Act itself was not read.',
    variants: {
      scotland: {
        source:
          'Prescription and Limitation (Scotland) Act 1973 s18A, as amended by the Defamation and Malicious Publication (Scotland) Act 2021 s32',
        status: 'seen',
        doubt: undefined,
      },
      northern_ireland: { source: 'Limitation (Northern Ireland) Order 1989, art 6' },
      ireland: {
        source: 'Statute of Limitations 1957 s11(2)(c)',
        doubt: 'The Act itself was not read. A court may allow up to 2 years.',
      },
    },
  }),
  rule({
    id: 's5_operator_48h',
    title: 'The website operator must act on the notice',
    jurisdictions: ['england', 'wales'],
    amount: 48,
    unit: 'working-hours-excluding-days',
    calendar: 'england_wales',
    startEvent: 'the operator received a valid notice',
    source:
      'Defamation Act 2013 s5; Defamation (Operators of Websites) Regulations 2013 (SI 2013/3028)',
    extension: 'The poster then has 5 days to answer the operator (not verified).',
  }),
  rule({
    id: 'dsa_complaint_6m',
    title: 'Use the platform’s internal complaint',
    jurisdictions: ['ireland'],
    amount: 6,
    unit: 'calendar-months',
    startEvent: 'the platform’s decision was notified',
    source: 'Digital Services Act (Regulation (EU) 2022/2065), Article 20',
    extension:
      'After that an out-of-court body may be asked; it decides within 90 days (Article 21).',
  }),
  rule({
    id: 'ipso_4m',
    title: 'Complain to IPSO',
    jurisdictions: UNITED_KINGDOM,
    amount: 4,
    unit: 'calendar-months',
    startEvent: 'publication',
    source: 'IPSO complaints procedure',
    statutory: false,
    extension: '12 months while the article is still online.',
  }),
  rule({
    id: 'press_omb_3m',
    title: 'Complain to the Press Ombudsman',
    jurisdictions: ['ireland'],
    amount: 3,
    unit: 'calendar-months',
    startEvent: 'publication',
    source: 'Press Council of Ireland, Office of the Press Ombudsman',
    statutory: false,
    extension: 'The editor is asked first and has 2 weeks.',
  }),
  rule({
    id: 'candour_assess',
    title: 'Assess the incident for the duty of candour',
    jurisdictions: JURISDICTIONS,
    ...noNumber(
      'This nation’s own time limit for the duty of candour is not verified: ask the organisation’s lead.',
    ),
    startEvent: 'the organisation became aware of a notifiable incident',
    source: 'Patient safety incident disclosure law of the nation concerned',
    status: 'unverified',
    doubt: 'The limits of Scotland, Wales, Northern Ireland and Ireland were not seen.',
    variants: {
      england: {
        amount: 10,
        unit: 'working-days',
        reason: undefined,
        source:
          'CQC regulation 20 (as soon as reasonably practicable); NHS Standard Contract (10 working days)',
        status: 'seen',
        statutory: false,
        doubt: undefined,
      },
    },
  }),
];

/**
 * Goals that an organisation sets itself. No law stands behind them: they may be paused with a reason, and the days on
 * which the office is closed do not count.
 */
export const INTERNAL_TARGETS: readonly DeadlineRule[] = [
  rule({
    id: 'target_first_response',
    title: 'Give the doctor a first response',
    jurisdictions: JURISDICTIONS,
    amount: 2,
    unit: 'working-days',
    startEvent: 'the case was opened',
    source: 'The organisation’s own target',
    ...INTERNAL,
  }),
  rule({
    id: 'target_own_goal',
    title: 'A goal of our own',
    jurisdictions: JURISDICTIONS,
    ...asStated('A goal of our own has the day that somebody sets: enter it.'),
    startEvent: 'somebody set the goal',
    source: 'The organisation’s own target',
    ...INTERNAL,
  }),
];

function asStated(reason: string): Pick<LimitTerms, 'amount' | 'unit' | 'reason' | 'status'> {
  return { amount: null, unit: 'as-stated', reason, status: 'not-applicable' };
}

function noNumber(reason: string): Pick<LimitTerms, 'amount' | 'unit' | 'reason'> {
  return { amount: null, unit: 'none', reason };
}

function rule(told: Told): DeadlineRule {
  return {
    statutory: true,
    status: 'seen',
    validFrom: null,
    rolls: false,
    checkedOn: CHECKED_ON,
    firstDay: firstDayOf(told),
    clamps: told.unit === 'calendar-months' || told.unit === 'calendar-years',
    ...told,
  };
}

function firstDayOf({ unit, variants }: Told): DeadlineRule['firstDay'] {
  if (unit === 'elapsed-hours' || unit === 'working-hours-excluding-days') return 'moment';
  const isCounted = unit !== 'as-stated' && unit !== 'none';
  return isCounted || variants?.england?.amount != null ? 'day-after' : 'not-counted';
}

import { JURISDICTION_KEYS } from '../jurisdiction.js';
import type { SupportContact } from '../support.js';

const UNITED_KINGDOM = ['england', 'wales', 'scotland', 'northern_ireland'] as const;
const CHECKED_ON = '2026-11-22';
const DANGER = 'somebody is hurt or may be hurt now';
const THREAT = 'there is a threat, and nobody is in danger at this moment';
const RIGHTS = 'you want to know your rights when somebody harasses you';
const DOCTORS = 'a doctor is under strain and wants help in confidence';

/**
 * Whom to call, in each nation. Numbers from memory are marked and are to be called once before anybody is
 * sent there; an organisation can put its own in their place.
 *
 * @source police.uk, "Contact the police"; samaritans.org, "Call us".
 */
export const SUPPORT_CONTACTS: readonly SupportContact[] = [
  {
    key: 'emergency_uk',
    who: 'Emergency services, United Kingdom',
    kind: 'emergency',
    number: '999',
    when: DANGER,
    nations: UNITED_KINGDOM,
    hours: 'day and night',
    link: 'https://www.police.uk',
    status: 'seen',
    checkedOn: CHECKED_ON,
  },
  {
    key: 'emergency_112',
    who: 'Emergency services, Ireland and the United Kingdom',
    kind: 'emergency',
    number: '112',
    when: DANGER,
    nations: JURISDICTION_KEYS,
    hours: 'day and night',
    link: 'https://www.garda.ie',
    status: 'seen',
    checkedOn: CHECKED_ON,
  },
  {
    key: 'police_uk',
    who: 'Police, United Kingdom',
    kind: 'police',
    number: '101',
    when: THREAT,
    nations: UNITED_KINGDOM,
    hours: 'day and night',
    link: 'https://www.police.uk',
    status: 'seen',
    checkedOn: CHECKED_ON,
  },
  {
    key: 'police_ie',
    who: 'An Garda Síochána: your local station',
    kind: 'police',
    number: '',
    when: THREAT,
    nations: ['ireland'],
    hours: '',
    link: 'https://www.garda.ie',
    status: 'unverified',
    checkedOn: CHECKED_ON,
  },
  {
    key: 'samaritans',
    who: 'Samaritans, day and night',
    kind: 'crisis',
    number: '116 123',
    when: 'you need somebody to talk to, about yourself or anybody else',
    nations: JURISDICTION_KEYS,
    hours: 'day and night',
    link: 'https://www.samaritans.org',
    status: 'seen',
    checkedOn: CHECKED_ON,
  },
  rights('citizens_advice_england', 'Citizens Advice, England', 'england', {
    number: '0800 144 8848',
    link: 'https://www.citizensadvice.org.uk',
  }),
  rights('citizens_advice_wales', 'Citizens Advice, Wales', 'wales', {
    number: '0800 702 2020',
    link: 'https://www.citizensadvice.org.uk/wales/',
  }),
  rights('citizens_advice_scotland', 'Citizens Advice Scotland', 'scotland', {
    number: '0800 028 1456',
    link: 'https://www.cas.org.uk',
  }),
  rights('advice_ni', 'Advice NI', 'northern_ireland', {
    number: '0800 915 4604',
    link: 'https://www.adviceni.net',
  }),
  rights('citizens_information_ie', 'Citizens Information, Ireland', 'ireland', {
    number: '0818 07 4000',
    link: 'https://www.citizensinformation.ie',
  }),
  doctors('practitioner_health_england', 'NHS Practitioner Health', ['england'], {
    number: '0300 0303 300',
    link: 'https://www.practitionerhealth.nhs.uk',
  }),
  doctors('canopi_wales', 'Canopi', ['wales'], { number: '', link: 'https://canopi.nhs.wales' }),
  doctors('workforce_scotland', 'Workforce Specialist Service', ['scotland'], {
    number: '0300 0303 300',
    link: 'https://www.practitionerhealth.nhs.uk',
  }),
  doctors('bma_wellbeing', 'BMA wellbeing support', UNITED_KINGDOM, {
    number: '0330 123 1245',
    link: 'https://www.bma.org.uk',
  }),
  doctors('practitioner_health_ie', 'Practitioner Health Matters Programme', ['ireland'], {
    number: '01 297 0356',
    link: 'https://practitionerhealth.ie',
  }),
];

type Reached = Pick<SupportContact, 'number' | 'link'>;

function rights(
  key: string,
  who: string,
  nation: SupportContact['nations'][number],
  reached: Reached,
): SupportContact {
  return { ...fromMemory(key, who, [nation], reached), kind: 'citizens_advice', when: RIGHTS };
}

function doctors(
  key: string,
  who: string,
  nations: SupportContact['nations'],
  reached: Reached,
): SupportContact {
  return { ...fromMemory(key, who, nations, reached), kind: 'practitioner_health', when: DOCTORS };
}

function fromMemory(
  key: string,
  who: string,
  nations: SupportContact['nations'],
  { number, link }: Reached,
): Omit<SupportContact, 'kind' | 'when'> {
  return {
    key,
    who,
    nations,
    number,
    link,
    hours: '',
    status: 'unverified',
    checkedOn: CHECKED_ON,
  };
}

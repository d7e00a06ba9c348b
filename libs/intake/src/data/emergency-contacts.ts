/** Somebody to call. `number` is as it is dialled and shown. */
export interface EmergencyContact {
  readonly who: string;
  readonly number: string;
  readonly when: string;
  /** Part of the islands where the number is answered. */
  readonly where: 'united_kingdom' | 'ireland' | 'both';
}

/**
 * Numbers for somebody in danger or distress. They are offered together: nobody in danger has to say first
 * where they are.
 *
 * @source police.uk, "Contact the police"; samaritans.org, "Call us".
 */
export const EMERGENCY_CONTACTS: readonly EmergencyContact[] = [
  {
    who: 'Emergency services, United Kingdom',
    number: '999',
    when: 'somebody is hurt or may be hurt now',
    where: 'united_kingdom',
  },
  {
    who: 'Emergency services, Ireland and the United Kingdom',
    number: '112',
    when: 'somebody is hurt or may be hurt now',
    where: 'both',
  },
  {
    who: 'Police, United Kingdom',
    number: '101',
    when: 'there is a threat, and nobody is in danger at this moment',
    where: 'united_kingdom',
  },
  {
    who: 'Samaritans, day and night',
    number: '116 123',
    when: 'you need somebody to talk to, about yourself or anybody else',
    where: 'both',
  },
];

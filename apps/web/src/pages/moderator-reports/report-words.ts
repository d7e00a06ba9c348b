import { findGround, PLATFORM_NAMES } from '#guidance';
import type { GoneCause, ReportState } from '#referrals';

/** The states of a report as tags. */
export const REPORT_STATE_TAGS: Record<ReportState, { text: string; colour: string }> = {
  prepared: { text: 'To be sent', colour: 'yellow' },
  sent: { text: 'Sent', colour: 'blue' },
  acknowledged: { text: 'Acknowledged', colour: 'blue' },
  removed: { text: 'Gone', colour: 'green' },
  kept: { text: 'Kept', colour: 'red' },
  edited: { text: 'Edited', colour: 'purple' },
  no_answer: { text: 'No answer', colour: 'orange' },
  appealed: { text: 'Appealed', colour: 'blue' },
  appeal_removed: { text: 'Gone after the appeal', colour: 'green' },
  appeal_kept: { text: 'Kept after the appeal', colour: 'red' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
};

/** What can be recorded, in the words of the form. */
const STEP_WORDS: Record<ReportState, string> = {
  prepared: 'It is prepared',
  sent: 'It was sent',
  acknowledged: 'They say that they have it',
  removed: 'The post is gone',
  kept: 'They keep the post',
  edited: 'The post was edited',
  no_answer: 'No answer came',
  appealed: 'We appealed',
  appeal_removed: 'The post is gone after the appeal',
  appeal_kept: 'They keep the post after the appeal',
  withdrawn: 'We withdraw the report',
};

export const CAUSE_WORDS: Record<GoneCause, string> = {
  author: 'The author',
  platform: 'The platform',
  unknown: 'Nobody knows',
};

/** The same of a search engine, whose result goes while the page stays. */
const DELISTING_WORDS: Partial<Record<ReportState, string>> = {
  removed: 'The result is gone',
  kept: 'They keep the result',
  appeal_removed: 'The result is gone after the appeal',
  appeal_kept: 'They keep the result after the appeal',
};

/** What can be recorded of a report, in the words of the form. @param regulator who hears its appeal, if that is one */
export function stepWords(state: ReportState, regulator?: string): string {
  if (!regulator) return STEP_WORDS[state];
  return state === 'appealed'
    ? `We went to ${regulator}`
    : (DELISTING_WORDS[state] ?? STEP_WORDS[state]);
}

/** A platform in words. */
export function platformName(key: string): string {
  return PLATFORM_NAMES[key] ?? key;
}

/** A ground as its platform calls it. */
export function groundName(platform: string, ground: string): string {
  return findGround(platform, ground)?.heading ?? ground;
}

/** Who hears an appeal about search results: the regulator of the nation. */
export function escalationName(platform: string, jurisdiction: string): string | undefined {
  if (platform !== 'search_delisting') return undefined;
  return jurisdiction === 'ireland'
    ? 'the Data Protection Commission'
    : 'the Information Commissioner';
}

import {
  compileFacts,
  inspectSafely,
  onePersonSigns,
  type OnePersonSigns,
  SIGN_KINDS,
} from '#confidentiality';
import { REFLECTIVE_PROMPTS } from '#guidance';
import type { PageView } from '../../http/page-renderer.js';
import { markText } from '../../views/marked-text.js';

/**
 * What to ask oneself before a post goes out.
 *
 * @source Medical Protection (Ireland), Davies and Walshe on social media and the Medical Council's guide: six
 *   questions before commenting or sharing.
 */
export const QUESTIONS = {
  aloud: {
    text: 'I would not say it aloud to patients, colleagues or my family',
    advice:
      'Then do not write it either. A post lasts longer than words, and you do not choose who reads it.',
  },
  offence: {
    text: 'Somebody could be offended by it',
    advice: 'Wait until tomorrow, then read it as the person who likes you least would.',
  },
  prejudice: {
    text: 'It could be read as prejudice, such as about race, sex, religion, sexuality, age or disability',
    advice: 'Leave it out. Patients have to be able to trust that they are treated alike.',
  },
  profession: {
    text: 'It could harm the standing of the profession',
    advice: 'Readers see a doctor, whatever the account is called. Say less, or say it elsewhere.',
  },
  employer: {
    text: 'I do not know what my employer’s policy on social media says',
    advice: 'Read it first, or ask your employer. It may be stricter than the law.',
  },
  regulator: {
    text: 'I would not want my regulator to read it',
    advice:
      'Then it should not be public. A closed group is no protection: posts are copied out of it.',
  },
} as const;

export type Question = keyof typeof QUESTIONS;

const IDS = Object.keys(QUESTIONS) as Question[];

/** The empty form. */
export function formView(): PageView {
  return {
    page: { title: 'Check a post before you publish it' },
    prompts: REFLECTIVE_PROMPTS,
    questions: IDS.map((value) => ({ value, text: QUESTIONS[value].text })),
  };
}

/** What the guard says of a text that anybody may read, and what follows from the doubts. */
export function checkedView(
  text: string,
  doubts: readonly Question[],
  hasConsent: boolean,
): PageView {
  const facts = compileFacts({});
  const { findings } = inspectSafely({ text, channel: 'social_post', audience: 'public', facts });
  const signs = onePersonSigns(text, hasConsent);
  const marked = markText(
    text,
    findings.map(({ start, end, severity, why }) => ({
      start,
      end,
      severity: severity >= 2 ? 'block' : 'warn',
      why,
    })),
  );
  return {
    ...formView(),
    values: { text, doubts, consent: hasConsent ? 'on' : '' },
    marked,
    signs: signWords(signs),
    isClear: findings.length === 0 && doubts.length === 0 && signs.advice === 'none',
    doubtful: IDS.filter((id) => doubts.includes(id)).map((id) => QUESTIONS[id]),
  };
}

/** What is said of a text in which small things together may point to one person; undefined where they do not. */
function signWords({ kinds, advice }: OnePersonSigns) {
  if (advice === 'none') return undefined;
  const named = new Intl.ListFormat('en-GB').format(kinds.map((kind) => SIGN_KINDS[kind]));
  return advice === 'stop'
    ? {
        title: 'Stop: one person may be recognised',
        text: `Your text holds ${named}. Together they may point to one patient, also without a name. Do not publish it without the patient’s written consent to this very text.`,
      }
    : {
        title: 'Take something out',
        text: `Your text holds ${named}. Whoever knows the patient may put them together. Leave out what the point of it does not need.`,
      };
}

/** What a page of refusal says: calm, blames nobody, and shows a way on. */
export interface ErrorWords {
  title: string;
  paragraphs: readonly string[];
  wayOn: { text: string; href: string };
}

const HOME = { text: 'Go to your first page', href: '/' };

/** The words for each status that a page may answer with. */
export const ERROR_WORDS = {
  400: {
    title: 'We could not read that',
    paragraphs: ['Something in what was sent is not in the form we expect. Nothing was changed.'],
    wayOn: HOME,
  },
  401: {
    title: 'Please sign in',
    paragraphs: ['You need to sign in to see this page.'],
    wayOn: { text: 'Sign in', href: '/sign-in' },
  },
  403: {
    title: 'You cannot do that here',
    paragraphs: [
      'Your account does not have the right for this. Nothing was changed.',
      'If your work needs it, ask an administrator of your organisation.',
    ],
    wayOn: HOME,
  },
  404: {
    title: 'We could not find that page',
    paragraphs: [
      'If you typed the address, check that it is right.',
      'The page may have moved, or it may be one that your account cannot see.',
    ],
    wayOn: HOME,
  },
  409: {
    title: 'Somebody else changed this first',
    paragraphs: [
      'Since you opened the page, it has been changed by somebody else. Your change was not saved over theirs.',
      'Go back, look at what changed, and send yours again if it is still right.',
    ],
    wayOn: HOME,
  },
  410: {
    title: 'This is no longer here',
    paragraphs: ['The link has been used, has run out, or what it led to was withdrawn.'],
    wayOn: HOME,
  },
  413: {
    title: 'That file is too large',
    paragraphs: ['Nothing was saved. Try a smaller file, or send several files one at a time.'],
    wayOn: HOME,
  },
  422: {
    title: 'We could not accept that',
    paragraphs: ['What was sent can be read but not accepted as it is. Nothing was changed.'],
    wayOn: HOME,
  },
  429: {
    title: 'Please wait a moment',
    paragraphs: [
      'There were more tries than we allow in a short time. Wait a minute and try again.',
    ],
    wayOn: HOME,
  },
  500: {
    title: 'Sorry, something went wrong on our side',
    paragraphs: [
      'What you were doing may not have been saved. Earlier answers are kept.',
      'Try again in a few minutes. If it happens again, tell your organisation’s administrator.',
    ],
    wayOn: HOME,
  },
  503: {
    title: 'Parapet is not available for the moment',
    paragraphs: [
      'We are working on it. Everything saved so far is kept. Please try again in a few minutes.',
    ],
    wayOn: { text: 'Try again', href: '/' },
  },
} as const satisfies Record<number, ErrorWords>;

/** The words for a form of ours that came too late: after the session ended, or from an old page. */
export function lostFormWords(form: {
  page: string;
  isSignedOut: boolean;
  fields: readonly unknown[];
}): ErrorWords {
  const { page, isSignedOut } = form;
  const next = isSignedOut ? 'sign in' : 'open the page again';
  const paragraphs = [
    'Nothing was saved or sent.',
    ...(form.fields.length > 0 ? [`Your text is below: copy it, then ${next}.`] : []),
  ];
  return isSignedOut
    ? {
        title: 'You were signed out while you were writing',
        paragraphs,
        wayOn: { text: 'Sign in', href: `/sign-in?next=${encodeURIComponent(page)}` },
      }
    : {
        title: 'This form is no longer valid',
        paragraphs,
        wayOn: { text: 'Open the page again', href: page },
      };
}

/** A status that has words of its own. */
export type WordedStatus = keyof typeof ERROR_WORDS;

/** The words for a status; one that has none is told like its class (400 or 500). */
export function errorWords(status: number): ErrorWords {
  const own = (ERROR_WORDS as Partial<Record<number, ErrorWords>>)[status];
  return own ?? (status >= 500 ? ERROR_WORDS[500] : ERROR_WORDS[400]);
}

/** What people are told, by code, where the words for programs would tell them nothing. */
const WORDS_FOR_PEOPLE: Readonly<Record<string, string>> = {
  'idempotency-key-reused':
    'You have sent this form before and changed it since. What you sent first is done; the changes are not. If you want both, look at the form and send it again.',
};

/** The words of a refusal for people; undefined where those for programs serve both. */
export function wordsForPeople(code: string): string | undefined {
  return WORDS_FOR_PEOPLE[code];
}

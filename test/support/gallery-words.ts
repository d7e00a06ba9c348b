/** Invented words for the case page of the gallery. */
export const overview = {
  tasks: [
    { text: 'Evidence captured', done: true },
    {
      text: 'Ask the doctor for consent',
      href: '/tasks/1',
      hint: 'Due tomorrow',
      status: { text: 'To do', colour: 'blue' },
    },
  ],
  related: { text: 'None found.', href: '/cases', linkText: 'Search all cases' },
  rows: [
    { key: 'Doctor', text: 'Dr A Example', changeHref: '/change' },
    {
      key: 'Where',
      text: `https://reviews.example/${'averylongpathwithoutabreak'.repeat(4)}`,
      href: 'https://reviews.example/1',
    },
    { key: 'Platform', lines: ['Example Reviews', 'and one more'] },
  ],
  thread: [
    {
      text: 'I have seen another post.\nIt is from the same account.',
      by: 'Dr A Example',
      at: '2026-11-21T08:06:00Z',
    },
    { text: 'Thank you. Please do not reply to it.', mine: true, at: '2026-11-21T09:00:00Z' },
    {
      text: 'Account looks the same as in an older case.',
      by: 'J Adviser',
      at: '2026-11-21T09:05:00Z',
      staffOnly: true,
    },
  ],
  latest: [
    {
      title: 'Draft 2 made',
      at: '2026-11-21T14:20:00Z',
      by: 'J Adviser',
      text: 'From the template Invite to a private channel.',
      href: '/drafts/2',
    },
    {
      title: 'Note',
      at: '2026-11-21T13:40:00Z',
      by: 'J Adviser',
      kind: 'staff',
      text: 'Rang the practice.',
    },
    { title: 'Evidence captured', at: '2026-11-21T13:02:00Z', by: 'Dr A Example' },
  ],
};

/** Invented words for the doctor's first page of the gallery. */
export const start = {
  callout: {
    title: 'Before you reply',
    text: [
      'Please wait. A reply, however kind, can confirm that someone is your patient.',
      'We answer by 5pm on the next working day.',
    ],
  },
  doTitle: 'Do',
  dos: ['Keep a copy: a picture of the screen and the link', 'Write down when you saw it'],
  donts: ['Reply in public or in private', 'Ask others to reply for you'],
};

/** Invented words for the page links of a list. */
export const pages = {
  showing: 'Showing 25 of 310',
  nextHref: '?cursor=abc',
  previousHref: '?cursor=xyz',
};

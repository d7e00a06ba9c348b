import type { WrittenEntry } from '../citation-entry.js';

/** Codes of platforms and press regulators; single platforms are cited from their packs. */
export const CODES: readonly WrittenEntry[] = [
  {
    key: 'C',
    body: 'Platforms',
    editions: [
      {
        title: 'Moderation rules of each platform',
        gist: 'Platforms remove what breaks a named rule of theirs; genuine negative opinion and disputes of fact stay.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'C.ipso',
    body: 'IPSO',
    editions: [
      {
        title: 'Editors’ Code and complaints procedure',
        gist: 'Four months from publication, or twelve while still online; the editor first; comments only where moderated.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
  {
    key: 'C.press_ie',
    body: 'Press Ombudsman (Ireland)',
    editions: [
      {
        title: 'Code of Practice and complaints procedure',
        gist: 'Three months from publication; the editor has two weeks; comments are excluded.',
        status: 'seen',
        checkedOn: '2026-11-22',
      },
    ],
  },
];

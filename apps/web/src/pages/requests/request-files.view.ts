import type { SentFile } from '#evidence';
import type { DoctorRequest } from '#intake';
import type { PageView } from '../../http/page-renderer.js';
import { formatDateTime } from '../../views/filters.js';
import { tellsWords, TYPE_WORDS } from '../evidence/evidence-words.js';
import { wallClock } from '../press/press.view.js';
import { jurisdictionOf } from './request-files.js';

/** The page on which a doctor sends pictures and files with a request. */
export function ownFilesView(
  { request, files }: { request: DoctorRequest; files: readonly SentFile[] },
  now: Date,
): PageView {
  const { reference, state } = request;
  const base = `/my/requests/${reference}`;
  return {
    page: {
      title: 'Pictures and files',
      caption: reference,
      backLink:
        state === 'begun'
          ? { href: '/requests/new/check', text: 'Check and send your request' }
          : { href: base, text: 'Your request' },
    },
    action: `${base}/files`,
    isBegun: state === 'begun',
    files: files.map((file) => ownRow(file, reference)),
    values: { seenAt: wallClock(now, jurisdictionOf(request)) },
  };
}

/** The page on which a doctor takes a file back, or reads why it stays. */
export function removalView(reference: string, file: SentFile): PageView {
  const list = `/my/requests/${reference}/files`;
  const { name, text, shows } = rowOf(file);
  const stays = file.evidenceId !== null;
  return {
    page: {
      title: stays ? 'This file stays' : 'Take this file back?',
      caption: reference,
      backLink: { href: list, text: 'Pictures and files' },
    },
    facts: [
      { key: 'File', text: name },
      { key: 'What it is', text },
      ...(shows ? [{ key: 'What it shows', text: shows }] : []),
    ],
    action: `${list}/${file.id}/removal`,
    list,
    stays,
  };
}

/** What a doctor sent, as their own pages list it: to open, and to take back until it is evidence. */
export function ownRow(file: SentFile, reference: string) {
  const href = `/my/requests/${reference}/files/${file.id}`;
  const stays = file.evidenceId !== null;
  return {
    ...rowOf(file),
    href,
    removal: { href: `${href}/removal`, text: stays ? 'Why it stays' : 'Take it back' },
    state: stays ? 'Evidence of your case.' : '',
  };
}

function rowOf(file: SentFile) {
  const { fileName, shows, tells } = file;
  const besides = tellsWords(tells);
  return {
    name: fileName || 'A file without a name',
    text: wordsOf(file),
    shows,
    tells: besides && `The file also tells ${besides}.`,
  };
}

/** What a doctor sent, as the advisers' page lists it: to download until it is evidence of the case. */
export function receivedRow(file: SentFile, reference: string, caseReference: string | undefined) {
  const href = file.evidenceId
    ? `/cases/${caseReference}/evidence/${file.evidenceId}`
    : `/requests/${reference}/files/${file.id}`;
  return { ...rowOf(file), href, isEvidence: file.evidenceId !== null };
}

function wordsOf({ mediaType, size, sentAt }: SentFile): string {
  const amount = Math.ceil(size / 1024).toLocaleString('en-GB');
  return `${TYPE_WORDS[mediaType]}, ${amount} KB, sent ${formatDateTime(sentAt)}`;
}

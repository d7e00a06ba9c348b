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
    files: files.map(ownRow),
    values: { seenAt: wallClock(now, jurisdictionOf(request)) },
  };
}

/** What a doctor sent, as their own pages list it. */
export function ownRow(file: SentFile) {
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
  return { ...ownRow(file), href, isEvidence: file.evidenceId !== null };
}

function wordsOf({ mediaType, size, sentAt }: SentFile): string {
  const amount = Math.ceil(size / 1024).toLocaleString('en-GB');
  return `${TYPE_WORDS[mediaType]}, ${amount} KB, sent ${formatDateTime(sentAt)}`;
}

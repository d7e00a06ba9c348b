import type { CaseId, Page } from '#kernel';
import type { Notice, NoticeKind } from '#notifications';
import type { PageView } from '../../http/page-renderer.js';

const WORDS: Record<NoticeKind, string> = {
  'deadline-50': 'Half of the time of a deadline is used up',
  'deadline-80': 'Four fifths of the time of a deadline are used up',
  'deadline-100': 'The time of a deadline is over',
  'request-answered': 'An adviser has answered your request',
  letter: 'Your adviser has written to you',
  words: 'There are words in your name to read. Nothing is sent until you agree',
  'words-answered': 'The doctor has answered about words in their own name',
  hearing: 'There is something to read about a hearing',
  'file-sent': 'The doctor has sent pictures or files',
  'glass-broken': 'A text was released by one person alone because a life was in danger',
  signature: 'A worksheet waits for your signature',
  waiver: 'A finding of a draft waits for your agreement',
};
/** What is said once it is done, where that is known. */
const SETTLED_WORDS: Partial<Record<NoticeKind, string>> = {
  signature: 'A worksheet waited for your signature. It no longer does',
  waiver: 'A finding of a draft waited for your agreement. It no longer does',
};

/** What a person was told, newest first. */
export function noticesView({ items, next }: Page<Notice>): PageView {
  return {
    page: { title: 'Notices' },
    notices: items.map(({ id, kind, caseId, reference, createdAt, readAt, settledAt }) => ({
      id,
      text: (settledAt && SETTLED_WORDS[kind]) || WORDS[kind],
      ...(kind === 'file-sent' ? filesLink(caseId, reference) : linkOf(kind, reference)),
      at: createdAt.toISOString(),
      isUnread: readAt === null,
    })),
    hasUnread: items.some(({ readAt }) => readAt === null),
    pages: next ? { nextHref: `/notices?${new URLSearchParams({ cursor: next }).toString()}` } : {},
  };
}

/** An adviser is led to the evidence of the case; to the request while it is none. */
function filesLink(caseId: CaseId | null, reference: string | null) {
  const href = caseId ? `/cases/${reference}/evidence` : `/requests/${reference}`;
  return { reference, href: reference ? href : undefined };
}

/** A doctor is led to their own requests, a caseworker to the deadlines of the case, or to what waits for them. */
function linkOf(kind: NoticeKind, reference: string | null) {
  if (kind === 'request-answered' || kind === 'letter' || kind === 'hearing' || kind === 'words') {
    return { reference: 'My requests', href: '/my/requests' };
  }
  if (kind === 'words-answered')
    return { reference, href: reference && `/cases/${reference}/drafts` };
  if (kind === 'glass-broken') return { reference, href: '/break-glass' };
  if (kind === 'waiver') return { reference, href: '/waivers' };
  if (kind === 'signature') return { reference, href: reference ? '/signatures' : undefined };
  return { reference, href: reference ? `/cases/${reference}/deadlines` : undefined };
}

import type { Page } from '#kernel';
import type { FailedJob, JobCounts } from '#platform';
import type { PageView } from '../../http/page-renderer.js';
import { formatDateTime } from '../../views/filters.js';
import { listPages } from '../../views/list-pages.js';

/** Counts and failures of background work; nothing of its content. */
export function jobsView(counts: JobCounts, { items, next }: Page<FailedJob>): PageView {
  const { oldestWaiting } = counts;
  return {
    page: { title: 'Background work' },
    facts: [
      { key: 'Waiting or being done', text: String(counts.waiting) },
      {
        key: 'Waiting longest since',
        text: oldestWaiting ? formatDateTime(oldestWaiting) : 'Nothing waits',
      },
      { key: 'Done in the last day', text: String(counts.done) },
      { key: 'Given up', text: String(counts.failed) },
    ],
    failed: items.map((job) => ({
      id: job.id,
      name: jobWords(job.name),
      asked: job.createdAt.toISOString(),
      gaveUp: job.failedAt.toISOString(),
      tries: job.attempts,
      failure: job.failure,
    })),
    pages: listPages('/admin/jobs', next),
    emptyList: { text: 'No background work has failed. There is nothing to do here.' },
  };
}

/** `make-export` as `Make export`. */
function jobWords(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

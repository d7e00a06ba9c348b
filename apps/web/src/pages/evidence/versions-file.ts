import { type EvidenceItem, nameOf } from '#evidence';
import { formatDateTime } from '../../views/filters.js';
import { groupsOf, pathOf } from './evidence-words.js';

/** A page of a bundle that shows each altered page beside its original; empty where nothing was altered. */
export function versionsPage(reference: string, items: readonly EvidenceItem[]): string {
  const groups = groupsOf(items);
  if (groups.length === 0) return '';
  const rows = groups.map((group) => `<tr>${group.map(cell).join('')}</tr>`).join('\n');
  const title = `${reference}: original and altered`;
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>${title}</title>
<style>td { border: 1px solid; padding: 1em; vertical-align: top; width: 50% } iframe, img { border: 0; width: 100% }</style>
<h1>${title}</h1>
<p>The original stands on the left, what it was changed to on its right.</p>
<table>
${rows}
</table>
</html>
`;
}

function cell(item: EvidenceItem): string {
  const what = item.alteredFrom ? 'Altered' : 'Original';
  const shows = item.shows ? `<p>${escaped(item.shows)}</p>` : '';
  return `<td><h2>${what}: ${nameOf(item)}</h2><p>Seen ${formatDateTime(item.seenAt)}</p>${shows}${content(item)}</td>`;
}

function content(item: EvidenceItem): string {
  if (item.destroyed) return '<p>Its content was destroyed.</p>';
  const path = pathOf(item);
  const link = `<p><a href="${path}">${path}</a></p>`;
  if (item.mediaType === 'application/pdf') return link;
  return item.mediaType === 'text/plain'
    ? `<iframe src="${path}" title="${nameOf(item)}" height="400" sandbox></iframe>${link}`
    : `<img src="${path}" alt="${escaped(item.shows) || nameOf(item)}">${link}`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

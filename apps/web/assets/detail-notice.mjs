/** What may point to a patient, as far as a browser can tell; the server looks again with the full rules. */
const DETAILS = [
  [/(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/, 'a record number'],
  [/(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}(?!\d)/, 'a date'],
  [/\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i, 'a postcode'],
  [/[^\s@]@[^\s@]{1,255}\.\w{2}/, 'an e-mail address'],
  [/\b(?:Mr|Mrs|Ms|Miss|Master) [A-Z]/, 'a name'],
];
const PAUSE = 600;

/** Says below a text, shortly after typing, when it may hold details of a patient. It stops nobody. */
export function startDetailNotices(root) {
  for (const notice of root.querySelectorAll('[data-module="parapet-detail-notice"]')) {
    const field = root.getElementById(notice.dataset.for);
    if (!field) continue;
    let timer;
    field.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => say(notice, field.value), PAUSE);
    });
  }
}

function say(notice, text) {
  const found = DETAILS.filter(([pattern]) => pattern.test(text)).map(([, word]) => word);
  const words =
    found.length > 0
      ? `Your text may hold ${found.join(', ')}. If it is about a patient, please take it out or write “the patient”.`
      : '';
  if (notice.textContent === words) return;
  notice.textContent = words;
  notice.hidden = words === '';
}

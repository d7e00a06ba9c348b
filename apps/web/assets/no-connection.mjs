// A form is not sent into nowhere: without a connection the browser would put its own page in the place of what was typed.
const WORDS =
  'You have no connection at the moment, so nothing was sent. What you typed is still here. Press the button again when you are back online.';

/** Keeps forms on their page while there is no connection, and says so beside their button. */
export function startConnectionNotices(root) {
  root.addEventListener('submit', (event) => {
    const form = event.target;
    form.querySelector('[data-no-connection]')?.remove();
    if (navigator.onLine || event.defaultPrevented) return;
    event.preventDefault();
    const button = event.submitter ?? form.querySelector('button[type="submit"]');
    button?.before(noticeIn(root));
  });
}

function noticeIn(root) {
  const notice = root.createElement('p');
  notice.className = 'govuk-error-message';
  notice.setAttribute('role', 'alert');
  notice.dataset.noConnection = '';
  notice.textContent = WORDS;
  return notice;
}

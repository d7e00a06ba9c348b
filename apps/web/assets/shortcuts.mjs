// Single-key shortcuts: off unless the person has switched them on (WCAG 2.1.4), and never in a field.

/** What each key does, in the words of the help dialog. */
const HELP = [
  ['?', 'Show this help'],
  ['g then w', 'Go to My work'],
  ['/', 'Search'],
  ['j', 'Next row'],
  ['k', 'Previous row'],
  ['o', 'Open the row'],
];
/** How long the second key of a pair may take, in milliseconds. */
const PAIR_TIME = 1500;

/** Listens for keys where the body says `data-shortcuts="on"`. */
export function startShortcuts(root) {
  if (root.body.dataset.shortcuts !== 'on') return;
  let leader = 0;
  root.addEventListener('keydown', (event) => {
    if (!isForUs(event)) return;
    if (event.key === 'g') {
      leader = event.timeStamp;
      return;
    }
    const paired = event.timeStamp - leader < PAIR_TIME && leader > 0;
    leader = 0;
    if (act(root, paired ? `g ${event.key}` : event.key)) event.preventDefault();
  });
}

function isForUs(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) {
    return false;
  }
  const { target } = event;
  return !(
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], dialog')
  );
}

/** Does what a key means. Gives back whether it meant anything. */
function act(root, key) {
  if (key === '?') return showHelp(root);
  if (key === 'g w') return go('/work');
  if (key === '/') return focusOn(root.querySelector('input[type="search"], input[name="q"]'));
  if (key === 'j') return moveRow(root, 1);
  if (key === 'k') return moveRow(root, -1);
  if (key === 'o') return openRow(root);
  return false;
}

function go(path) {
  location.assign(path);
  return true;
}

function focusOn(element) {
  if (!element) return false;
  element.focus();
  return true;
}

function rowLinks(root) {
  return [...root.querySelectorAll('[data-row] a[data-open]')];
}

function moveRow(root, step) {
  const links = rowLinks(root);
  const at = links.findIndex((link) => link.closest('[data-row]').contains(root.activeElement));
  const to = at === -1 ? (step > 0 ? 0 : links.length - 1) : at + step;
  return focusOn(links[Math.min(Math.max(to, 0), links.length - 1)]);
}

function openRow(root) {
  const link = root.activeElement?.closest('[data-row]')?.querySelector('a[data-open]');
  return link ? go(link.href) : false;
}

function showHelp(root) {
  const dialog = root.getElementById('shortcuts') ?? makeHelp(root);
  if (!dialog.open) dialog.showModal();
  return true;
}

function makeHelp(root) {
  const dialog = root.createElement('dialog');
  dialog.id = 'shortcuts';
  dialog.className = 'parapet-shortcuts';
  dialog.setAttribute('aria-labelledby', 'shortcuts-title');
  const heading = withText(root.createElement('h2'), 'Keyboard shortcuts');
  heading.id = 'shortcuts-title';
  heading.className = 'govuk-heading-m';
  const list = root.createElement('dl');
  for (const [key, meaning] of HELP) {
    list.append(
      withText(root.createElement('dt'), key),
      withText(root.createElement('dd'), meaning),
    );
  }
  const close = withText(root.createElement('button'), 'Close');
  close.type = 'button';
  close.className = 'govuk-button';
  close.addEventListener('click', () => dialog.close());
  dialog.append(heading, list, close);
  root.body.append(dialog);
  return dialog;
}

function withText(element, text) {
  element.textContent = text;
  return element;
}

// Comments on selected words of a text. Without this file the words are chosen from a list of its sentences.

/** Shows the button that takes over a selection, wherever a page has one. */
export function startWordsComments(root) {
  for (const button of root.querySelectorAll('[data-module="parapet-words-comment"]')) {
    const text = root.getElementById(button.dataset.text);
    const rows = root.getElementById(button.dataset.rows);
    if (!text || !rows) continue;
    button.parentElement.hidden = false;
    makeWalkable(text);
    const said = button.parentElement.querySelector('[role="status"]');
    // The press of a button would empty the selection before it is read.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      said.textContent = take(text, rows);
    });
  }
}

/** Lets the arrow keys go from word to word of a text that cannot be typed into; with Shift they take in more words. */
function makeWalkable(text) {
  text.tabIndex = 0;
  text.setAttribute('role', 'group');
  text.setAttribute('aria-label', 'The text. The arrow keys select words, with Shift more words');
  text.addEventListener('keydown', (event) => {
    const direction = { ArrowRight: 'forward', ArrowLeft: 'backward' }[event.key];
    if (!direction || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    walk(text, direction, event.shiftKey);
  });
}

/** Selects the next word, or as well the next word; at the end of the text nothing. */
function walk(text, direction, isMore) {
  const selection = document.getSelection();
  const before = placeOf(selection);
  if (!before || !text.contains(selection.focusNode)) selection.collapse(text, 0);
  else if (!isMore && direction === 'forward') selection.collapseToEnd();
  else if (!isMore) selection.collapseToStart();
  selection.modify('extend', direction, 'word');
  if (text.contains(selection.focusNode) || !before) return;
  selection.setBaseAndExtent(...before);
}

function placeOf({ anchorNode, anchorOffset, focusNode, focusOffset }) {
  return anchorNode ? [anchorNode, anchorOffset, focusNode, focusOffset] : undefined;
}

/** Puts the selected words into the first free row. @returns what to say */
function take(text, rows) {
  const place = selectedIn(text);
  if (!place) return 'Select words of the text first.';
  const free = [...rows.querySelectorAll('select')].find((field) => field.value === '');
  if (!free) return 'All rows are in use. Take one away first.';
  const value = `${place.from}-${place.to}`;
  if (![...free.options].some((option) => option.value === value)) {
    free.add(new Option(place.words, value));
  }
  free.value = value;
  showFolded(rows, () => rows.querySelector(`#${free.id.replace('place', 'note')}`).focus());
  return '';
}

/** What has just been unfolded takes no focus before the browser says that it is open, a frame later. */
function showFolded(rows, then) {
  if (rows.open) return then();
  rows.addEventListener('toggle', then, { once: true });
  rows.open = true;
}

/** The selection as a stretch of the text, without the spaces around it. */
function selectedIn(text) {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return undefined;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const chosen = range.toString();
  const words = chosen.trim();
  if (words === '') return undefined;
  const from = before.toString().length + (chosen.length - chosen.trimStart().length);
  return { from, to: from + words.length, words };
}

// Comments on selected words of a text. Without this file the words are chosen from a list of its sentences.

/** Shows the button that takes over a selection, wherever a page has one. */
export function startWordsComments(root) {
  for (const button of root.querySelectorAll('[data-module="parapet-words-comment"]')) {
    const text = root.getElementById(button.dataset.text);
    const rows = root.getElementById(button.dataset.rows);
    if (!text || !rows) continue;
    button.parentElement.hidden = false;
    const said = button.parentElement.querySelector('[role="status"]');
    // The press of a button would empty the selection before it is read.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      said.textContent = take(text, rows);
    });
  }
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
  rows.open = true;
  rows.querySelector(`#${free.id.replace('place', 'note')}`).focus();
  return '';
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

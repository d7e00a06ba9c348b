// Checks a draft while it is typed. Without this file the button "Check draft" does the same.

/** Quiet time after the last key before the text is checked, in milliseconds. */
const QUIET = 600;

/** Starts the check on every form that asks for it. */
export function startDraftChecks(root) {
  for (const form of root.querySelectorAll('form[data-module="parapet-draft-check"]')) {
    const place = root.getElementById(form.dataset.findings);
    if (place) watch(form, place, root);
  }
}

function watch(form, place, root) {
  const field = form.elements.namedItem('text');
  const said = root.getElementById('check-said');
  const words = root.getElementById(form.dataset.words);
  const asked = root.getElementById(form.dataset.asked);
  const counted = root.getElementById('counted');
  const heading = root.getElementById('checked-text');
  const state = { timer: 0, asked: 0 };
  const check = async () => {
    const text = field.value;
    const number = (state.asked += 1);
    const answer = await ask(form, text);
    // Words that were typed meanwhile are checked by a later question.
    if (number !== state.asked || text !== field.value) return;
    if (!answer) {
      say(said, 'Not checked: save it with “Check draft”.');
      return;
    }
    say(said, `Checked as typed: ${answer.summary}.`);
    if (words) words.textContent = `${answer.words} ${answer.words === 1 ? 'word' : 'words'}`;
    const found = element('div', 'parapet-marked');
    found.append(markedText(text, answer), findingList(field, answer, check));
    place.replaceChildren(found);
    if (heading) heading.textContent = 'Check of what you typed';
    if (asked) asked.replaceChildren(...askedSentences(answer.asked));
  };
  // Words that came back, or that a refused form shows again, are others than those that were checked.
  if (form.dataset.unsaved !== undefined) void check();
  field.addEventListener('input', () => {
    if (counted) counted.textContent = countWords(field.value.length, Number(counted.dataset.most));
    clearTimeout(state.timer);
    state.timer = setTimeout(check, QUIET);
  });
}

/** As `limitView` of the server says it. */
function countWords(length, most) {
  const [count, over] = [length, length - most].map((number) => number.toLocaleString('en-GB'));
  const characters = `${count} ${length === 1 ? 'character' : 'characters'}`;
  return length > most ? `${characters}, ${over} too many` : characters;
}

/** As `components/sentences.njk` writes it. */
function askedSentences(sentences) {
  if (sentences.length === 0) return [];
  const section = element('section');
  section.setAttribute('aria-labelledby', 'asked');
  const heading = element('h2', 'govuk-heading-m', 'What the approver is asked about');
  heading.id = 'asked';
  const list = element('ol', 'govuk-list govuk-list--number');
  for (const sentence of sentences) {
    const item = element('li');
    item.append(element('span', 'parapet-typed', sentence));
    list.append(item);
  }
  const why =
    'These were typed by hand, so nobody has approved them before. Whoever approves the text says of each that everybody may read it.';
  section.append(heading, element('p', 'govuk-body', why), list);
  return [section];
}

function say(said, text) {
  if (said && said.textContent !== text) said.textContent = text;
}

async function ask(form, text) {
  try {
    const response = await fetch(form.dataset.check, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-csrf-token': form.elements.namedItem('_csrf').value,
      },
      body: JSON.stringify({ text }),
    });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

/** The text with its marks, built of nodes: what was typed never becomes markup. */
function markedText(text, { segments }) {
  const section = element('section', 'parapet-marked__text');
  section.setAttribute('aria-label', 'Text with findings marked');
  const paragraph = element('p', 'parapet-typed');
  for (const part of segments) {
    if (part.numbers.length === 0) {
      paragraph.append(part.text);
      continue;
    }
    const mark = element('mark', `parapet-mark parapet-mark--${part.severity}`);
    for (const number of part.starts)
      mark.append(numberLink(number, 'finding', 'mark', 'Finding '));
    mark.append(part.text);
    paragraph.append(mark);
  }
  section.append(paragraph);
  return section;
}

function findingList(field, { findings, summary }, check) {
  const section = element('section', 'parapet-marked__list');
  section.setAttribute('aria-label', 'Findings');
  if (findings.length === 0) {
    section.append(element('p', 'govuk-body', 'The check found nothing to change.'));
    return section;
  }
  section.append(element('h3', 'govuk-heading-s', summary));
  const list = element('ol', 'parapet-findings');
  for (const finding of findings) list.append(findingItem(field, finding, check));
  section.append(list);
  return section;
}

function findingItem(field, finding, check) {
  const { number, severity, quote, why, advice, suggestion, citation } = finding;
  const item = element('li', `parapet-findings__item parapet-findings__item--${severity}`);
  item.id = `finding-${number}`;
  const head = element('p', 'parapet-findings__head');
  const weight = element('strong', '', severity === 'block' ? 'Must fix' : 'Consider');
  head.append(numberLink(number, 'mark', '', 'Back to mark '), ' ', weight);
  item.append(head, element('p', 'parapet-findings__quote', `“${quote}”`));
  item.append(element('p', 'govuk-body', why));
  if (advice) item.append(element('p', 'govuk-body', advice));
  if (suggestion) {
    item.append(element('p', 'govuk-body', `Instead: “${suggestion}”`));
    item.append(useButton(field, finding, check));
  }
  if (citation) item.append(element('p', 'govuk-body-s parapet-quiet', citation));
  return item;
}

/** Puts the suggestion into the box, in place of the sentence that was found. */
function useButton(field, { number, place, suggestion }, check) {
  const look = 'govuk-button govuk-button--secondary parapet-button--small';
  const button = element('button', look, 'Use this');
  button.type = 'button';
  button.append(element('span', 'govuk-visually-hidden', ` for finding ${number}`));
  button.addEventListener('click', () => {
    field.setRangeText(suggestion, place.start, place.end, 'end');
    field.focus();
    void check();
  });
  return button;
}

function numberLink(number, to, own, hidden) {
  const link = element('a', 'parapet-mark__number');
  link.href = `#${to}-${number}`;
  if (own) link.id = `${own}-${number}`;
  link.append(element('span', 'govuk-visually-hidden', hidden), String(number));
  return link;
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

// Says beside the questions what the answers come to while they are given. Without this file the button
// "Save and show what it changes" does the same.

/** Quiet time after the last answer before it is asked, in milliseconds. */
const QUIET = 200;

/** Starts it on the page of questions. */
export function startTriagePanel(root) {
  const form = root.querySelector('form[data-module="parapet-triage-panel"]');
  const panel = root.getElementById('so-far-panel');
  if (!form || !panel) return;
  const state = { timer: 0, asked: 0 };
  form.addEventListener('input', () => {
    clearTimeout(state.timer);
    state.timer = setTimeout(() => void show(form, panel, state), QUIET);
  });
}

async function show(form, panel, state) {
  const number = (state.asked += 1);
  const view = await ask(form);
  // Answers that were given meanwhile are asked about by a later question.
  if (!view || number !== state.asked) return;
  const said = panel.querySelector('[role="status"]');
  panel.querySelector('[data-part="so-far"]').replaceChildren(...partsOf(view));
  const sentence = `${view.leading} leads, by the answers as they stand. They are not saved yet.`;
  if (said.textContent !== sentence) said.textContent = sentence;
}

/** Half an answer, such as a number that is being typed, is not understood and changes nothing. */
async function ask(form) {
  const body = new URLSearchParams(new FormData(form));
  // That mark belongs to the answers when they are sent.
  body.delete('_once');
  try {
    const response = await fetch(form.dataset.panel, { method: 'POST', body });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

/** The panel as the server writes it, built of nodes. */
function partsOf(view) {
  const leading = element('p', 'govuk-body', element('strong', '', view.leading), ' leads.');
  return [
    leading,
    ...listed('For it', view.because.map(rule)),
    element('p', 'govuk-body-s', 'Against it: no rule that matches rules it out.'),
    ...listed(
      'Besides',
      view.also.map((name) => [name]),
    ),
    ...listed('Ruled out', view.ruledOut.map(ruledOut)),
    urgency(view.urgency),
    ...(view.mustAsk.length > 0
      ? [small(`Still to be asked before this can be adopted: ${view.mustAsk.length}.`)]
      : []),
    small(`Still open: ${view.openGroups.join('; ') || 'nothing that could change it'}.`),
  ];
}

function listed(title, items) {
  if (items.length === 0) return [];
  const list = element('ul', 'govuk-list govuk-list--bullet govuk-body-s');
  for (const parts of items) list.append(element('li', '', ...parts));
  return [element('p', 'govuk-body-s govuk-!-margin-bottom-1', title), list];
}

function rule({ why, id }) {
  return [`${why} `, element('span', 'parapet-quiet', `(${id})`)];
}

function ruledOut({ name, against, for: speaking }) {
  const parts = [element('strong', '', name), '. Against: ', ...spaced(against)];
  return speaking.length > 0 ? [...parts, 'For: ', ...spaced(speaking)] : parts;
}

function spaced(rules) {
  return rules.flatMap((one) => [...rule(one), ' ']);
}

function urgency({ text, colour, assumed }) {
  const tag = element('strong', `govuk-tag govuk-tag--${colour}`, text);
  return small('How soon: ', tag, ...(assumed.length > 0 ? [' because of a “not sure”'] : []));
}

function small(...parts) {
  return element('p', 'govuk-body-s', ...parts);
}

function element(name, className, ...parts) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...parts);
  return made;
}

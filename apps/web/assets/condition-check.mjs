// Says a condition in words while it is typed, or where it cannot be read. Without this file saving does the same.

/** Quiet time after the last key, in milliseconds. */
const QUIET = 400;

/** Starts the check on the form of a rule. */
export function startConditionChecks(root) {
  for (const form of root.querySelectorAll('form[data-module="parapet-condition-check"]')) {
    watch(form, form.querySelector('[role="status"]'));
  }
}

function watch(form, said) {
  const field = form.elements.namedItem('when');
  let timer = 0;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const when = field.value;
      const answer = await ask(form, when);
      // Words that were typed meanwhile are asked about by a later question.
      if (!answer || when !== field.value) return;
      said.textContent = answer.fault ?? `It says: ${answer.words}`;
    }, QUIET);
  });
}

async function ask(form, when) {
  try {
    const response = await fetch(form.dataset.check, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-csrf-token': form.elements.namedItem('_csrf').value,
      },
      body: JSON.stringify({ when }),
    });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

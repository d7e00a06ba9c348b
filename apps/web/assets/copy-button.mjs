/** Shows the copy buttons and lets each copy the text of its target, and say so. */
export function startCopyButtons(root) {
  if (!navigator.clipboard) return;
  for (const holder of root.querySelectorAll('[data-module="parapet-copy"]')) {
    const target = document.getElementById(holder.dataset.target);
    const button = holder.querySelector('button');
    const said = holder.querySelector('[role="status"]');
    if (!target || !button || !said) continue;
    holder.hidden = false;
    button.addEventListener('click', () => copy(target, said));
  }
}

async function copy(target, said) {
  // Emptied first, so that a second copy is read out again.
  said.textContent = '';
  try {
    await navigator.clipboard.writeText(target.value ?? target.textContent);
    said.textContent = 'Copied';
  } catch {
    said.textContent = 'Not copied: select the text and copy it by hand';
  }
}

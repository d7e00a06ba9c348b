const SECONDS = 15;

/** Looks again every 15 seconds whether an alert has been seen, and shows the page anew when it has. */
export function startAlertWatch(root) {
  const page = root.querySelector('[data-module="parapet-alert-watch"][data-alert-state="unseen"]');
  if (!page) return;
  const timer = setInterval(async () => {
    if (!(await isStillUnseen())) {
      clearInterval(timer);
      location.reload();
    }
  }, SECONDS * 1000);
}

async function isStillUnseen() {
  try {
    const answer = await fetch(location.href, { cache: 'no-store' });
    return !answer.ok || (await answer.text()).includes('data-alert-state="unseen"');
  } catch {
    // Without a connection the page says what it last knew, which claims nothing.
    return true;
  }
}

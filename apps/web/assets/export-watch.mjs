const SECONDS = 3;

/** Shows the page of an export anew every few seconds while the worker writes it. */
export function startExportWatch(root) {
  if (!root.querySelector('[data-module="parapet-export-watch"]')) return;
  setTimeout(() => location.reload(), SECONDS * 1000);
}

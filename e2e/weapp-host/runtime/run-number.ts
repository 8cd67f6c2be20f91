const KEY = 'host-run';

/** Counts the starts of the app in this host. The client remembers pages and elements by id, so no id may return. */
export const runNumber = countRun();

function countRun(): number {
  const run = Number(sessionStorage.getItem(KEY) ?? 0) + 1;
  sessionStorage.setItem(KEY, String(run));
  return run;
}

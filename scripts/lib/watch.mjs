import { watch } from 'node:fs';
import { inRoot } from './root.mjs';

const SETTLE_MS = 250;

/** Which builds a changed folder makes stale. */
const FOLDERS = { 'shared/src': ['server', 'h5'], 'server/src': ['server'], 'miniapp/src': ['h5'] };

/**
 * Calls `rebuild(targets)` after sources changed and settled; one call at a time, changes meanwhile lead to the next.
 * A failed build is told and the watch goes on: the next save usually mends it.
 */
export function watchSources(rebuild) {
  const stale = new Set();
  let timer;
  let working = false;
  async function work() {
    if (working) return;
    working = true;
    while (stale.size > 0) {
      const targets = [...stale];
      stale.clear();
      try {
        await rebuild(targets);
      } catch (error) {
        console.error(error.message);
      }
    }
    working = false;
  }
  for (const [folder, targets] of Object.entries(FOLDERS)) {
    watch(inRoot(folder), { recursive: true }, () => {
      for (const target of targets) stale.add(target);
      clearTimeout(timer);
      timer = setTimeout(work, SETTLE_MS);
    });
  }
}

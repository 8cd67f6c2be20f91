import { stopAll } from './kept-process.mjs';

/**
 * Makes this process, which was forked, the keeper of something for whoever cannot load this folder's modules (a jest
 * spec, a TypeScript source). It ends with whoever forked it, and with what it keeps.
 * @param start starts it and resolves to what is said first; it may listen to `message` before.
 */
export async function keepForOthers(start) {
  process.on('disconnect', leave);
  process.on('SIGTERM', leave);
  try {
    process.send(await start());
  } catch (error) {
    console.error(error.message);
    await leave(1);
  }
}

/** Does `kill`, `startAgain` and `stop` when told to, each answered by its own name. */
export function obey(kept) {
  process.on('message', async (order) => {
    await kept[order]();
    if (order === 'stop') process.disconnect();
    else process.send(order);
  });
}

async function leave(code = 0) {
  await stopAll();
  process.exit(code);
}

import { buildStale, TARGET_NAMES } from './lib/build.mjs';
import { stopAllOnSignal } from './lib/kept-process.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

/** `node scripts/build.mjs [server|h5|h5-production|weapp|all]…`: builds what is stale. */
await runCommand(async (args) => {
  const unknown = args.find((name) => name !== 'all' && !TARGET_NAMES.includes(name));
  if (unknown)
    throw new Stop(`There is nothing called "${unknown}" to build; choose from ${TARGET_NAMES.join(', ')}, all.`);
  stopAllOnSignal();
  await setUp();
  const names = args.length === 0 || args.includes('all') ? TARGET_NAMES : args;
  await buildStale(names);
  if (names.includes('weapp'))
    console.log('The mini-program is in miniapp/dist/weapp; open miniapp/ in WeChat DevTools.');
});

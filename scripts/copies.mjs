import { buildStale } from './lib/build.mjs';
import { startKept, stopAll, stopAllOnSignal } from './lib/kept-process.mjs';
import { shippedNginx } from './lib/nginx.mjs';
import { freePort } from './lib/ports.mjs';
import { redisProgram } from './lib/redis.mjs';
import { inRoot } from './lib/root.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

/** Mistakes somebody could make in the configuration, to see that the run would find them. */
const PLANTS = {
  /** The proxy hands on what callers say of themselves. */
  forged: (text) => text.replace('X-Forwarded-For $remote_addr', 'X-Forwarded-For $http_x_forwarded_for'),
  /** Whatever ends TLS is taken for everybody who comes by it. */
  city: (text) => text.replace(/set_real_ip_from .*/, ''),
  /** It writes down what it was asked. */
  talks: (text) => text.replace('"path":"$jinmen_path"', '"path":"$uri"').replace('.log emerg;', '.log info;'),
  /** Whoever comes first may have all of it. */
  open: (text) =>
    text.replace(/limit_conn jinmen_(inside|apart|files)_of .*/g, '').replaceAll(/ apart;$/gm, ' inside;'),
  /** What has a key is asked once alone, though its copy went away. */
  once: (text) =>
    text.replace('default keyed', 'default once').replace(/proxy_next_upstream error.*/g, 'proxy_next_upstream off;'),
};

/**
 * `npm run copies [-- --terms 6 --phones 24 --seed n --plant forged|once|city|talks|open]`: three copies of the server with MariaDB and
 * Redis behind nginx with the configuration we ship (server/test/copies). Red when one promise is broken.
 */
await runCommand(async (args) => {
  stopAllOnSignal();
  await setUp();
  await buildStale(['server']);
  redisProgram();
  const at = args.indexOf('--plant');
  const [, plant] = at < 0 ? [] : args.splice(at, 2);
  if (plant !== undefined && !(plant in PLANTS)) throw new Stop(`--plant is one of ${Object.keys(PLANTS).join(', ')}`);
  try {
    const ports = [await freePort(), await freePort(), await freePort()];
    const nginx = await shippedNginx(
      ports.map((port) => `127.0.0.1:${port}`),
      PLANTS[plant],
    );
    const told = JSON.stringify({ url: nginx.url, log: nginx.log, errors: nginx.errors, ports });
    const line = ['-r', './test/register-swc.cjs', 'test/copies/main.ts', ...args];
    const env = { ...process.env, COPIES: told };
    const code = await startKept(process.execPath, line, { cwd: inRoot('server'), env }).exited;
    if (code !== 0) throw new Stop('Something is not as it was promised; see above.');
  } finally {
    await stopAll();
  }
});

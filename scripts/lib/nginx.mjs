import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startKept } from './kept-process.mjs';
import { freePort } from './ports.mjs';
import { inRoot } from './root.mjs';
import { Stop } from './stop.mjs';
import { findProgram, installPackages, mayInstall } from './system-packages.mjs';

/** Where the program is, which is installed from the system's packages where that may be. */
export function nginxProgram() {
  if (!findProgram('nginx') && mayInstall()) installPackages(['nginx-light']);
  const program = findProgram('nginx');
  if (program) return program;
  throw new Stop('This needs nginx, and none was found: sudo apt-get install -y nginx-light');
}

/** What the image of nginx makes of a template: what it is told is filled in, every other $ is nginx's own. */
export function filledIn(template, values) {
  return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`\${${name}}`, value), template);
}

/**
 * The shipped configuration on a free port, before servers at these addresses (`127.0.0.1:1234`). `change` makes another
 * text of it, to see that a mistake would be found; `offices` are the networks the desk is there for. What ends TLS comes from 127.0.0.2. `{url, log, errors, stop()}`: `log`
 * and `errors` are where its lines are.
 */
export async function shippedNginx(addresses, change = (text) => text, offices = 'default 1;') {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'jn-'));
  const port = await freePort();
  const [log, errors] = [path.join(dir, 'access.log'), path.join(dir, 'requests.log')];
  const template = readFileSync(inRoot('deploy/nginx/default.conf.template'), 'utf8');
  const servers = Object.fromEntries(addresses.map((address, at) => [`SERVER_${at + 1}`, address]));
  const filled = filledIn(template, {
    LISTEN: `127.0.0.1:${port}`,
    TLS_PROXY: '127.0.0.2',
    STAFF_NETWORKS: offices,
    ...servers,
  });
  const shipped = filled.replace('/dev/stdout', log).replace('/dev/stderr', errors);
  mkdirSync(path.join(dir, 'temp'));
  // started by root, nginx works as nobody, who keeps photos there that are still coming
  chmodSync(dir, 0o711);
  writeFileSync(path.join(dir, 'jinmen.conf'), change(shipped));
  writeFileSync(path.join(dir, 'nginx.conf'), around(dir));
  const kept = startKept(nginxProgram(), ['-p', dir, '-c', path.join(dir, 'nginx.conf')], { removeDirs: [dir] });
  await untilAnswers(`http://127.0.0.1:${port}/`, kept);
  return { url: `http://127.0.0.1:${port}`, log, errors, stop: kept.stop };
}

/** What the image of nginx has around it. */
function around(dir) {
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `  ${name}_temp_path ${dir}/temp/${name};`,
  );
  return [
    'daemon off;',
    'worker_processes 1;',
    `pid ${dir}/pid;`,
    `error_log ${dir}/error.log warn;`,
    'events { worker_connections 2048; }',
    'http {',
    ...temp,
    `  include ${dir}/jinmen.conf;`,
    '}',
  ].join('\n');
}

async function untilAnswers(url, kept) {
  let ended = false;
  kept.exited.then(() => {
    ended = true;
  });
  for (let tries = 0; tries < 100 && !ended; tries += 1) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await sleep(50);
  }
  throw new Stop('nginx did not take the shipped configuration; its lines above say why.');
}

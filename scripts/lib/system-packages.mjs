import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

/** Server programs live in sbin, which is on root's PATH only. */
const ALSO_IN = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin', '/usr/local/bin'];

/** The absolute path of the first of these programs that exists, or undefined. */
export function findProgram(...names) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...ALSO_IN];
  for (const name of names) {
    for (const folder of folders) {
      const file = path.join(folder, name);
      if (folder && isExecutable(file)) return file;
    }
  }
  return undefined;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return existsSync(file);
  } catch {
    return false;
  }
}

/** Whether this process may install packages here: root on Debian, Ubuntu or a relative of theirs. */
export function mayInstall() {
  return process.getuid?.() === 0 && findProgram('apt-get') !== undefined;
}

/**
 * Installs packages with apt-get, without questions. False when apt failed (its own lines say why); the caller then
 * tells what to install by hand.
 */
export function installPackages(packages) {
  console.log(`Installing ${packages.join(', ')} from the system's packages.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', '-q', ...args], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    }).status === 0;
  // One unreachable mirror of several fails the update, and the lists may still be good enough to install from.
  apt('update');
  return apt('install', '-y', '--no-install-recommends', ...packages);
}

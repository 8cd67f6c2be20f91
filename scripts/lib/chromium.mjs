import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Stop } from './stop.mjs';
import { findProgram, installPackages, mayInstall } from './system-packages.mjs';

/** What an automated, offline Chromium needs: no sandbox inside containers, no calls home. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** The path of a Chromium: CHROMIUM, else the system's, else installed where we may; else a `Stop` that says how. */
export function chromiumPath(env = process.env) {
  if (env.CHROMIUM) {
    if (existsSync(env.CHROMIUM)) return env.CHROMIUM;
    throw new Stop(`CHROMIUM is ${env.CHROMIUM}, but there is no such file.`);
  }
  const missing = [...(find() ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])];
  if (missing.length > 0 && mayInstall()) installPackages(missing);
  const found = find();
  if (found) return found;
  throw new Stop(
    [
      'The tests need Chromium, and none was found. Do one of these, then run the command again:',
      '  Debian           sudo apt-get update && sudo apt-get install -y chromium fonts-noto-cjk',
      '  Ubuntu           its chromium is a snap, which containers cannot run: install Google Chrome from google.com/chrome',
      '  Fedora           sudo dnf install -y chromium google-noto-sans-cjk-fonts',
      '  a browser of yours (Chromium or Chrome): CHROMIUM=/path/to/chrome npm test',
    ].join('\n'),
  );
}

function find() {
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return (
    findProgram('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome') ??
    (existsSync(mac) ? mac : undefined)
  );
}

/** Without one every Chinese character is a box: tests still pass, pictures are worthless. */
function hasChineseFont() {
  const list = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return process.platform === 'darwin' || (list.status === 0 && list.stdout.trim() !== '');
}

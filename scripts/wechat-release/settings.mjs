import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A robot of WeChat keeps one preview and one upload each: whoever releases has their own. */
const MOST_ROBOTS = 30;

/**
 * What the environment says about a release, or in `missing` one sentence for each thing it does not say rightly. The key
 * itself is never read into a message.
 */
export function settingsFrom(env, root) {
  const asked = [
    appid(env.WECHAT_APPID),
    key(env.WECHAT_PRIVATE_KEY_PATH, root),
    version(env.WECHAT_VERSION),
    apiBase(env.TARO_APP_API_BASE),
    robot(env.WECHAT_ROBOT ?? '1'),
    description(env.WECHAT_DESCRIPTION),
  ];
  const missing = asked.flatMap(({ problem }) => (problem ? [problem] : []));
  return { missing, ...Object.assign({}, ...asked.map(({ value }) => value)) };
}

function appid(text = '') {
  if (/^wx[0-9a-f]{16}$/.test(text)) return { value: { appid: text } };
  return { problem: 'WECHAT_APPID: the mini-program’s AppID, wx and 16 letters or digits.' };
}

function key(text = '', root) {
  const file = text && path.resolve(text);
  if (!file || !existsSync(file))
    return { problem: 'WECHAT_PRIVATE_KEY_PATH: the file of the upload key, from 开发设置 in WeChat’s console.' };
  if (!path.relative(root, file).startsWith('..'))
    return { problem: 'WECHAT_PRIVATE_KEY_PATH: the key lies inside the repository; keep it elsewhere.' };
  if (!/-----BEGIN (RSA )?PRIVATE KEY-----/.test(readFileSync(file, 'utf8')))
    return { problem: 'WECHAT_PRIVATE_KEY_PATH: that file is no private key.' };
  return { value: { privateKeyPath: file } };
}

function version(text = '') {
  if (/^\d+\.\d+\.\d+$/.test(text)) return { value: { version: text } };
  return { problem: 'WECHAT_VERSION: three numbers, as 1.4.0.' };
}

/** What is uploaded is for residents: it asks a real server, over TLS, by name. */
function apiBase(text = '') {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isReal =
    url?.protocol === 'https:' &&
    /[a-z]\.[a-z]{2,}$/.test(url.hostname) &&
    !/\.(local|test|example)$/.test(url.hostname);
  if (isReal && url.origin === text) return { value: { apiBase: text } };
  return {
    problem:
      'TARO_APP_API_BASE: the server’s origin as residents reach it, https:// and a name, no path; not one for development.',
  };
}

function robot(text) {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= MOST_ROBOTS) return { value: { robot: number } };
  return { problem: `WECHAT_ROBOT: a number from 1 to ${MOST_ROBOTS}.` };
}

function description(text = '') {
  const desc = text.trim();
  if (desc !== '' && desc.length <= 100) return { value: { desc } };
  return { problem: 'WECHAT_DESCRIPTION: what is new in it, for whoever reviews it; at most 100 characters.' };
}

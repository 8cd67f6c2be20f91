import { mkdirSync } from 'node:fs';
import { inRoot, ROOT } from '../lib/root.mjs';
import { Stop } from '../lib/stop.mjs';
import { settingsFrom } from './settings.mjs';

const WHOLE = '__FULL__';
const MAIN = '__APP__';
const PICTURE = inRoot('.cache/wechat-preview.jpg');

/**
 * Sends the mini-program to WeChat: `upload` as a version for review, `preview` as a picture to scan. Refuses whatever is
 * not exactly what the repository says and the gates have judged. `at` are the edges: `{ changed(), build(), gates(),
 * client() }`; all that reaches WeChat goes through the client, which is miniprogram-ci.
 */
export async function release(action, env, at, say) {
  if (!['upload', 'preview'].includes(action)) throw new Stop('Say what to do: upload or preview.');
  const { missing, ...settings } = settingsFrom(env, ROOT);
  if (missing.length > 0) throw new Stop(`Nothing was sent. Set in the environment:\n${missing.join('\n')}`);
  refuse(at.changed(), 'These files differ from the last commit, and what is released must be in it');
  await at.build();
  const { problems, notRun } = at.gates({ apiHost: new URL(settings.apiBase).hostname });
  for (const why of notRun) say(`not run: ${why}`);
  refuse(problems, 'The build does not pass its gates');
  const client = await at.client();
  say(`${action} ${settings.version} of ${settings.appid} by robot ${settings.robot}, asking ${settings.apiBase}`);
  const { subPackageInfo = [] } = await send(action, settings, client, say);
  for (const { name, size } of subPackageInfo) say(`${packageName(name).padEnd(22)} ${String(size).padStart(9)} bytes`);
  say(
    action === 'preview'
      ? `Scan ${PICTURE} with WeChat.`
      : 'It waits in WeChat’s console, under 版本管理, to be handed in for review.',
  );
}

/** The build is sent as it was judged: `useProjectConfig` keeps WeChat from translating or minifying it once more. */
function send(action, { appid, privateKeyPath, version, desc, robot }, ci, say) {
  const project = new ci.Project({
    appid,
    privateKeyPath,
    type: 'miniProgram',
    projectPath: inRoot('miniapp'),
    ignores: ['node_modules/**/*'],
  });
  const onProgressUpdate = (task) =>
    say(typeof task === 'string' ? task : `${task.status ?? ''} ${task.message ?? ''}`);
  const common = { project, version, desc, robot, setting: { useProjectConfig: true }, onProgressUpdate };
  if (action === 'upload') return ci.upload(common);
  mkdirSync(inRoot('.cache'), { recursive: true });
  return ci.preview({ ...common, qrcodeFormat: 'image', qrcodeOutputDest: PICTURE });
}

function refuse(problems, why) {
  if (problems.length > 0) throw new Stop(`Nothing was sent. ${why}:\n${problems.join('\n')}`);
}

function packageName(name) {
  return { [WHOLE]: 'all together', [MAIN]: 'main' }[name] ?? name;
}

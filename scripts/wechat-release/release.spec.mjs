import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { inRoot, ROOT } from '../lib/root.mjs';
import { release } from './release.mjs';
import { settingsFrom } from './settings.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'jm-release-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const KEY = path.join(folder, 'private.wx0123456789abcdef.key');
// Put together here, so that no scanner of sources takes it for a key.
writeFileSync(KEY, `-----BEGIN RSA ${'PRIVATE'} KEY-----\nMII…\n`);

const ENV = {
  WECHAT_APPID: 'wx0123456789abcdef',
  WECHAT_PRIVATE_KEY_PATH: KEY,
  WECHAT_VERSION: '1.4.0',
  WECHAT_DESCRIPTION: '海上送别可以改期',
  WECHAT_ROBOT: '7',
  TARO_APP_API_BASE: 'https://jinmen.example.gov.cn',
};

/** The edges of a release, as far as WeChat: what miniprogram-ci was asked stands in `asked`. */
function edges(overrides = {}) {
  const asked = [];
  const answered = {
    subPackageInfo: [
      { name: '__FULL__', size: 2_019_000 },
      { name: '__APP__', size: 690_000 },
    ],
  };
  class Project {
    constructor(options) {
      Object.assign(this, options);
    }
  }
  const send = (action) => async (options) => {
    asked.push({ action, ...options });
    return answered;
  };
  const at = {
    changed: () => [],
    build: async () => asked.push({ action: 'build' }),
    gates: () => ({ problems: [], notRun: [] }),
    client: async () => ({ Project, upload: send('upload'), preview: send('preview') }),
    ...overrides,
  };
  return { at, asked, said: [] };
}

async function run(action, env, overrides) {
  const { at, asked, said } = edges(overrides);
  const error = await release(action, env, at, (line) => said.push(line)).catch((each) => each);
  return { asked, said: said.join('\n'), refused: error?.message };
}

describe('a release to WeChat', () => {
  it('uploads the build as it was judged, in the name of who asked for it', async () => {
    const { asked, said, refused } = await run('upload', ENV);
    assert.equal(refused, undefined);
    assert.deepEqual(
      asked.map(({ action }) => action),
      ['build', 'upload'],
    );
    const { project, onProgressUpdate, ...given } = asked[1];
    assert.deepEqual(
      { ...project },
      {
        appid: ENV.WECHAT_APPID,
        privateKeyPath: KEY,
        type: 'miniProgram',
        projectPath: inRoot('miniapp'),
        ignores: ['node_modules/**/*'],
      },
    );
    assert.deepEqual(given, {
      action: 'upload',
      version: '1.4.0',
      desc: ENV.WECHAT_DESCRIPTION,
      robot: 7,
      setting: { useProjectConfig: true },
    });
    assert.equal(typeof onProgressUpdate, 'function');
    assert.match(said, /all together\s+2019000 bytes\nmain\s+690000 bytes/);
  });

  it('has WeChat neither translate, nor make smaller, nor leave out anything of it', () => {
    const { setting } = JSON.parse(readFileSync(inRoot('miniapp/project.config.json'), 'utf8'));
    const again = ['es6', 'enhance', 'postcss', 'minified', 'minifyWXML', 'minifyWXSS', 'ignoreUploadUnusedFiles'];
    assert.deepEqual(
      again.filter((name) => setting[name] !== false),
      [],
    );
  });

  it('makes a picture to scan of a preview', async () => {
    const { asked, said } = await run('preview', ENV);
    assert.equal(asked[1].action, 'preview');
    assert.equal(asked[1].qrcodeFormat, 'image');
    assert.ok(said.includes(asked[1].qrcodeOutputDest));
  });

  it('refuses what is not committed before it builds anything', async () => {
    const { asked, refused } = await run('upload', ENV, { changed: () => [' M miniapp/src/app.tsx'] });
    assert.match(refused, /Nothing was sent[\s\S]*app\.tsx/);
    assert.deepEqual(asked, []);
  });

  it('refuses a build that fails a gate, and does not even load what could send it', async () => {
    const { asked, refused } = await run('upload', ENV, {
      gates: ({ apiHost }) => ({ problems: [`app.js names a host that is not ${apiHost}`], notRun: [] }),
      client: () => assert.fail('the client was asked for'),
    });
    assert.match(refused, /does not pass its gates:\napp\.js names a host that is not jinmen\.example\.gov\.cn/);
    assert.deepEqual(
      asked.map(({ action }) => action),
      ['build'],
    );
  });

  it('says which gate could not judge', async () => {
    const { said } = await run('upload', ENV, { gates: () => ({ problems: [], notRun: ['no wcc here'] }) });
    assert.match(said, /not run: no wcc here/);
  });

  it('knows no third thing to do', async () => assert.match((await run('publish', ENV)).refused, /upload or preview/));

  it('tells everything that is missing at once, as a command that ends with 1', () => {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(WECHAT|TARO)_/.test(name)));
    const { status, stderr } = spawnSync(process.execPath, [inRoot('scripts/wechat-upload.mjs'), 'upload'], {
      env,
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    for (const name of Object.keys(ENV).filter((each) => each !== 'WECHAT_ROBOT'))
      assert.ok(stderr.includes(`${name}:`), name);
  });
});

describe('the settings of a release', () => {
  const keyInside = inRoot('scripts/wechat-release/release.spec.mjs');
  const bad = [
    ['WECHAT_APPID', 'touristappid', 'the AppID DevTools gives everybody'],
    ['WECHAT_PRIVATE_KEY_PATH', '/nowhere/key', 'a key that is not there'],
    ['WECHAT_PRIVATE_KEY_PATH', keyInside, 'a key inside the repository'],
    ['WECHAT_PRIVATE_KEY_PATH', process.execPath, 'a file that is no key'],
    ['WECHAT_VERSION', 'v1', 'a version that is none'],
    ['WECHAT_ROBOT', '31', 'a robot WeChat has not'],
    ['WECHAT_DESCRIPTION', ' ', 'no words for whoever reviews it'],
    ['TARO_APP_API_BASE', 'http://127.0.0.1:3000', 'the server of a developer'],
    ['TARO_APP_API_BASE', 'https://10.0.0.5', 'an address without a name'],
    ['TARO_APP_API_BASE', 'http://jinmen.example.gov.cn', 'a server without TLS'],
    ['TARO_APP_API_BASE', 'https://jinmen.example.gov.cn/api', 'more than an origin'],
    ['TARO_APP_API_BASE', undefined, 'no server at all'],
  ];
  for (const [name, value, what] of bad) {
    it(`are refused with ${what}`, () => {
      const { missing } = settingsFrom({ ...ENV, [name]: value }, ROOT);
      assert.equal(missing.length, 1);
      assert.ok(missing[0].startsWith(`${name}:`));
    });
  }

  it('need no robot to be named: the first is used', () => {
    const { missing, robot } = settingsFrom({ ...ENV, WECHAT_ROBOT: undefined }, ROOT);
    assert.deepEqual([missing, robot], [[], 1]);
  });
});

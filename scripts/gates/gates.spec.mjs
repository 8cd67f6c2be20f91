import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { WEAPP_API_BASE } from '../lib/build.mjs';
import { uploadedFiles } from '../lib/package-sizes.mjs';
import { inRoot } from '../lib/root.mjs';
import { GATES } from './gates.mjs';
import { absentBuiltIns } from './oldest-phone.mjs';
import { personalDataProblems } from './personal-data.mjs';
import { scriptProblems } from './scripts.mjs';
import { secretProblems, secretValues } from './secrets.mjs';
import { styleProblems } from './styles.mjs';
import { wechatCompilers } from './wechat-compilers.mjs';

const DIST = inRoot('miniapp/dist/weapp');

describe('the built mini-program', () => {
  const apiHost = new URL(WEAPP_API_BASE).hostname;
  for (const [promise, gate] of Object.entries(GATES)) {
    it(`keeps the promise: ${promise}`, () => assert.deepEqual(gate(DIST, { apiHost }), []));
  }

  it('writes its words as they are, in half the bytes their escapes would need', () => {
    // a range in a regular expression has two of them in a row at the most
    const words = /(\\u[4-9][0-9a-f]{3}){3}/i;
    assert.match('{title:"\\u4e34\\u65f6\\u6551\\u52a9"}', words);
    const scripts = uploadedFiles(DIST).filter((file) => file.endsWith('.js'));
    assert.ok(scripts.length > 100, `${scripts.length} scripts`);
    const escaped = (file) => words.test(readFileSync(path.join(DIST, file), 'utf8'));
    assert.deepEqual(scripts.filter(escaped), []);
  });
});

describe('Tencent’s own compilers', () => {
  const { missing, ...compilers } = wechatCompilers();
  const skip = missing ? `not run: ${missing}` : false;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jm-wcc-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** A copy of the whole build, so that what is broken stands among 86 files that are not. */
  function withFile(file, text) {
    const copy = path.join(folder, file.replaceAll('/', '-'));
    cpSync(DIST, copy, { recursive: true });
    writeFileSync(path.join(copy, file), text);
    return copy;
  }

  it('accept every WXML and WXS file', { skip }, () => assert.deepEqual(compilers.wxml(DIST), []));

  it('accept every WXSS file', { skip }, () => assert.deepEqual(compilers.wxss(DIST), []));

  it('refuse a WXML file with an element left open', { skip }, () => {
    const [said] = compilers.wxml(withFile('pages/home/index.wxml', '<view><text>您好</view>'));
    assert.match(said, /^wcc refuses .*pages\/home\/index\.wxml:1/);
  });

  it('refuse a WXS file that is no script', { skip }, () => {
    assert.match(compilers.wxml(withFile('utils.wxs', 'module.exports = { a: function ( { } }'))[0], /utils\.wxs:1/);
  });

  it('refuse a WXSS file that ends in the middle', { skip }, () => {
    const [said] = compilers.wxss(withFile('pages/home/index.wxss', '.home{color:red'));
    assert.match(said, /^wcsc refuses .*pages\/home\/index\.wxss/);
  });

  it('found nowhere, are said to be missing rather than taken for a yes', () => {
    assert.match(wechatCompilers('linux-arm64').missing, /linux-arm64/);
    assert.equal(wechatCompilers('linux-arm64').wxml, undefined);
  });
});

describe('a script on the oldest phone', () => {
  const bites = [
    ['looking behind in a pattern', 'a.replace(/(?<=b) c/g,"")', /Invalid regular expression/],
    ['a pattern made of such a text', 'var r=new RegExp("(?<=b)c")', /makes a pattern/],
    ['spreading an object', 'var a={...b}', /cannot be read/],
    ['asking on by ?.', 'var a=this?.b', /cannot be read/],
    ['waiting by await', 'async function a(){await b}', /cannot be read/],
    ['a method without a polyfill', 'var a=[3,1].toSorted()', /\.toSorted\(\)/],
    ['a function without a polyfill', 'Object.groupBy([],String)', /Object\.groupBy/],
    ['a name the logic layer has not', 'var a=structuredClone({})', /structuredClone/],
    ['Intl', 'new Intl.NumberFormat("zh-CN")', /Intl/],
    ['a number written by Intl', 'a=1;(1234).toLocaleString()', /toLocaleString/],
    ['a browser', 'document.title="x"', /document/],
    ['new Function', 'var f=new Function("a","return a")', /Function\("return a"\)/],
    ['Function without new', 'Function("return 1")()', /Function\("return 1"\)/],
    ['eval', 'eval("1")', /eval/],
    ['a timer with a text', 'setTimeout("go()",10)', /a timer with a text/],
    ['the constructor of a function', '(function(){}).constructor("return wx")()', /constructor\("return wx"\)/],
  ];
  for (const [what, text, said] of bites) {
    it(`stumbles over ${what}`, () => assert.match(scriptProblems('common.js', text).join('\n'), said));
  }

  it('reads what it asks for first, what base library brings, and names of our own', () => {
    const text = `var u=typeof URL==="undefined"?0:URL,o=Object.hasOwn({},"a"),l=[1].at(-1),f=[1].findLast(Boolean);
      function eval2(){var Intl={a:1};return Intl.a}try{new Function("return this")()}catch(e){wx.request({})}`;
    assert.deepEqual(scriptProblems('common.js', text), []);
  });

  it('is older when the promise is: base library 2.20.2 has neither at() nor Object.hasOwn', () => {
    const { methods, statics } = absentBuiltIns('2.20.2');
    assert.ok(methods.has('at') && statics.has('Object.hasOwn'));
    assert.ok(!absentBuiltIns().methods.has('at') && !absentBuiltIns().statics.has('Object.hasOwn'));
  });
});

describe('a style on the oldest phone', () => {
  const bites = [
    '.a:has(.b){color:red}',
    '.a{inset:0}',
    '.a{aspect-ratio:1}',
    '.a{width:min(1px,2vw)}',
    '.a{overflow-wrap:anywhere}',
    '.a{height:100dvh}',
    '.a,.b:focus-visible{color:red}',
    '@container (min-width:1px){.a{color:red}}',
  ];
  for (const text of bites) it(`is lost: ${text}`, () => assert.equal(styleProblems('a.wxss', text).length, 1));

  it('holds where nothing is lost, or only a little room', () => {
    const text = '.a{display:flex;gap:4rpx;width:calc(100% - 2rpx);word-break:break-word}.b:focus-visible{outline:0}';
    assert.deepEqual(styleProblems('a.wxss', text), []);
  });
});

describe('a secret', () => {
  const random = 'q7Zp2VxK9rTbN4wLs8Gd';
  // Put together here, so that no scanner of sources takes them for real ones.
  const bites = [
    ['a private key', `"-----BEGIN ${'PRIVATE'} KEY-----"`],
    ['a key of a bureau', `k="sea:${'Ab3'.repeat(14)}A="`],
    ['a signed token', `"eyJhbGciOiJIUzI1NiJ9.${'eyJzdWIiOiJ4In0'}.${random}"`],
    ['a key of Tencent Cloud', `"AKID${random}"`],
    ['a password in an address', '"mysql://jinmen:hunter22@10.0.0.1/x"'],
    ['a secret by its name', 'appSecret:"0f0f0f0f0f"'],
    ['thirty-two random bytes', '"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"'],
    ['a random text', `"${random}uM3yC6jQhE1f"`],
  ];
  for (const [what, text] of bites) {
    it(`is found: ${what}`, () => assert.ok(secretProblems('a.js', text).length > 0));
  }

  it('of this machine is found by its value, and told by its name alone', () => {
    const ours = secretValues({ WECHAT_SECRET: 'correct horse', DATA_KEYS_FILE: '/etc/keys.json', HOME: '/root' });
    const problems = secretProblems('a.js', 'x="correct horse"', ours);
    assert.deepEqual(problems, ['a.js holds the value of WECHAT_SECRET']);
    for (const way of ['base64', 'hex']) {
      const hidden = Buffer.from('correct horse').toString(way);
      assert.ok(secretProblems('a.js', `x="${hidden}"`, ours).includes(problems[0]), way);
    }
  });

  it('is not any long name or alphabet', () => {
    const text = '"stopBluetoothDevicesDiscovery","old-age-allowance-100-120116","packages/relief/wizard/index"';
    assert.deepEqual(secretProblems('a.js', text), []);
  });
});

describe('a number of a person', () => {
  const found = (text) => personalDataProblems('a.js', `x="${text}"`);

  it('is found: an ID number whose check digit is right, and only such', () => {
    const body = `110101199003${'07123'}`;
    const right = [...'0123456789X'].filter((last) => found(body + last).length > 0);
    assert.equal(right.length, 1);
    assert.equal(found(`110101199013${'07123'}${right[0]}`).length, 0, 'a month that never was');
  });

  it('is found however it is written', () => {
    const number = `110101199003${'07123'}`;
    const right = [...'0123456789X'].map((last) => number + last).find((each) => found(each).length > 0);
    const bytes = Buffer.from(right);
    const ways = {
      base64: bytes.toString('base64'),
      'base64 within more': Buffer.from(`{"idNumber":"${right}"}`).toString('base64url'),
      hexadecimal: bytes.toString('hex'),
      HEXADECIMAL: bytes.toString('hex').toUpperCase(),
      'in a URL': [...right].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join(''),
      'JavaScript escapes': [...right].map((sign) => `\\u00${sign.charCodeAt(0).toString(16)}`).join(''),
      'UTF-16': [...right].join('\0'),
      'UTF-16 in base64': Buffer.from(right, 'utf16le').toString('base64'),
    };
    const missed = Object.entries(ways).filter(([, text]) => found(text).length === 0);
    assert.deepEqual(missed, []);
  });

  it('is found: a mobile number', () => assert.match(found(`138${'12345678'}`)[0], /a mobile number: 138…/));

  it('is found: a card number whose check digit is right, and only such', () => {
    const right = [...'0123456789'].filter((last) => found(`622200001234567${last}`).length > 0);
    assert.equal(right.length, 1);
  });

  it('is not an office’s line, an amount, a code or a moment', () => {
    for (const text of ['02223456789', '120101000000', '1764150000000', '0.12345678901234567', 'a13812345678'])
      assert.deepEqual(found(text), [], text);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { houseProblems } from './lib/house-rules.mjs';

const SPEC = 'e2e/specs/weapp/made-up.e2e.ts';
const judge = (file, text) => houseProblems(file, text, () => true);

/** docs/adr/0022: what only our host understands is not for a journey on the mini-program. */
describe('a journey on the mini-program', () => {
  const forbidden = [
    ['a look into components', "await app.tap('page >>> .deep');", /looks into components/],
    ['a selector by attribute', `await app.tap('[id="control-applicant.address"]');`, /by an attribute/],
    ['one in a template', 'await app.tap(`[data-code="$' + '{code}"] .choice`);', /by an attribute/],
    ['a switch of our host', "await send(app.mp, 'Host.setNetwork', {});", /switch of our host/],
    ['a question only our host answers', "import { askHost } from '../../support/mini-program';", /own body/],
    ['a wait for time', 'await new Promise((done) => setTimeout(done, 500));', /wait for a state/],
    ['the client’s slow navigation', "await app.mp.reLaunch('/pages/home/index');", /three seconds/],
    ['a comparison of pictures', 'expect(picture).toMatchImageSnapshot();', /draws in its own way/],
    ['a mock taken back', "await app.mp.restoreWxMethod('request');", /does not work in every tool/],
    [
      'a function sent to the app that names something of the spec',
      'await app.mp.evaluate(() => getApp().seen.push(PERSON, Date.now()));',
      /"PERSON" does not travel/,
    ],
    [
      'a stand-in that calls something of the spec',
      "await app.mp.mockWxMethod('login', function login({ a: given = 1 }) { const code = codeOf(given); return { code }; });",
      /"codeOf" does not travel/,
    ],
  ];
  for (const [what, text, message] of forbidden) {
    it(`may not have ${what}`, () => {
      const problems = judge(SPEC, `const a = 1;\n${text}`);
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0], message);
      assert.ok(problems[0].startsWith(`${SPEC}:2 `));
    });
  }

  const allowed = [
    ['classes, ids and tags', "await app.tap('#consent .choice-on, view');"],
    ['a page opened through its method', "await app.open('pages/home/index');"],
    ['pages by the method that does not sleep', "await mp.callWxMethod('reLaunch', { url: '/pages/home/index' });"],
    ['selectors of any kind at the desk, which is a browser', `desk.locator('[name="note"]');`],
    [
      'a function that stands alone',
      `await mp.evaluate((ms: number) => {
        const right = Date.now.bind(Date);
        Date.now = () => right() + ms;
        for (const { data: told } of getCurrentPages()) wx.setStorageSync('a', { told, later: [1].map((each) => each) });
      }, 600);`,
    ],
  ];
  for (const [what, text] of allowed) it(`may have ${what}`, () => assert.deepEqual(judge(SPEC, text), []));

  it('shares its steps with a browser under the same rule, and only the phone itself is free of it', () => {
    const text = "import type { AppScreen } from './app-screen';\nawait screen.tap('[data-code]');";
    assert.equal(judge('e2e/support/made-up.ts', text).length, 1);
    assert.deepEqual(judge('e2e/support/phone/host-phone.ts', "await askHost(this.mp, 'Host.renew', {});"), []);
  });
});

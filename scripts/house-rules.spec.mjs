import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { houseProblems } from './lib/house-rules.mjs';

const judge = (file, text) => houseProblems(file, text, (_file, target) => target === 'there.md');

describe('the rules of the house', () => {
  const forbidden = [
    ['the machine’s clock in the server', 'server/src/modules/a/a.service.ts', 'const now = new Date();'],
    ['the machine’s clock in shared', 'shared/src/eligibility/engine.ts', 'const now = Date.now();'],
    ['code made at run time', 'miniapp/src/app.tsx', 'const f = new Function("return 1");'],
    ['eval', 'shared/src/draw/draw.ts', 'eval("1");'],
    ['a file over 400 lines', 'server/src/main.ts', 'x;\n'.repeat(401)],
    ['a spec over 600 lines', 'server/src/main.spec.ts', 'x;\n'.repeat(601)],
    ['a barrel', 'shared/src/facts/index.ts', ''],
    ['a file named for nothing', 'miniapp/src/ui/utils.ts', ''],
    ['a test switched off', 'server/src/main.spec.ts', "it.skip('…', () => {});"],
    ['unfinished work', 'e2e/support/until.ts', `// ${'TO'}${'DO'} later`],
    ['a silenced checker', 'shared/src/catalogue.ts', `const a = b as ${'any'};`],
    ['a resident’s word in a page', 'miniapp/src/pages/home/index.tsx', '<View>{on && <Text>您好</Text>}</View>'],
    ['a resident’s word in a template', 'miniapp/src/platform/http.ts', `const a = \`${'$'}{n} 元\`;`],
    ['a resident’s word in an attribute', 'miniapp/src/ui/card.tsx', '<Card title="依据" />'],
    ['a page’s title in its settings', 'miniapp/src/pages/home/index.config.ts', "export default { title: '我的' };"],
    ['a resident’s word in the engine', 'shared/src/eligibility/engine.ts', "const a = '由街道核定';"],
    ['a lock of one database node', 'server/src/modules/a/a.service.ts', "query('SELECT GET_LOCK(?, 1)')"],
    ['a link that leads nowhere', 'docs/operations.md', 'see [this](gone.md)'],
  ];
  for (const [what, file, text] of forbidden) {
    it(`refuses ${what}, naming the file and the line`, () => {
      const problems = judge(file, text);
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0], new RegExp(`^${file}:\\d+ `));
    });
  }

  const allowed = [
    ['the clock itself', 'server/src/platform/clock.ts', 'return new Date();'],
    ['a date in a test', 'server/src/main.spec.ts', 'new Date(0);'],
    ['a method called eval', 'e2e/support/page.ts', 'page.eval("x");'],
    ['exactly 400 lines', 'server/src/main.ts', 'x;\n'.repeat(400)],
    ['a resident’s word in the copy', 'miniapp/src/copy/home.ts', "const title = '您好';"],
    ['a resident’s word in a spec', 'miniapp/src/pages/home/home.spec.tsx', "screen.getByText('您好');"],
    ['a resident’s word in a comment', 'miniapp/src/ui/card.tsx', '/** 卡片 */ const a = 1; // 您好'],
    [
      'what people type, in a regular expression',
      'miniapp/src/packages/relief/typed-number.ts',
      'text.replace(/万元/g, "");',
    ],
    ['a resident’s word in a rule', 'shared/src/programmes/tea/programme.ts', "const title = '茶馆';"],
    ['a page named index, as Taro wants it', 'miniapp/src/pages/home/index.tsx', ''],
    [
      'links that lead somewhere',
      'README.md',
      '[a](there.md) [b](https://example.org) [c](#run-it) [d](there.md#part)',
    ],
  ];
  for (const [what, file, text] of allowed) {
    it(`allows ${what}`, () => assert.deepEqual(judge(file, text), []));
  }
});

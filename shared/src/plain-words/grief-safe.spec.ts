import { griefColourProblems, isCalmColour } from './grief-colours';
import { griefCodeProblems, griefRules, griefStyleProblems, griefWordProblems } from './grief-safe';

describe('a text read beside a death', () => {
  const bad: readonly (readonly [code: string, text: string])[] = [
    ['cheers', '报名成功'],
    ['cheers', '恭喜，名字排上了。'],
    ['cheers', '祝您一切都好。'],
    ['cheers', '祝福'],
    ['cheers', '手续办得很顺利。'],
    ['cheers', '船订好了！'],
    ['cheers', '大喜的日子'],
    ['cheers', '感谢您的使用'],
    ['presses', '这一班很抢手。'],
    ['presses', '请抓紧选一班。'],
    ['presses', '赶快选'],
    ['presses', '过期作废'],
    ['counts places', '这一班仅剩两个位置。'],
    ['counts places', '还剩 3 个'],
    ['counts places', '还有 2 个位置'],
    ['counts places', '名额有限'],
    ['counts places', '还有三席'],
    ['counts down', '29:59'],
    ['counts down', '00:12:40'],
    ['counts down', '9 分 30 秒后放回去'],
    ['counts down', '还有 12 天'],
    ['counts down', '还有 5 分钟'],
    ['decides for them', '三天没有回话，视为放弃。'],
    ['decides for them', '到时候自动取消'],
    ['asks for a rating', '给这次服务打分'],
    ['asks for a rating', '请评价'],
    ['sells', '豪华追思套餐'],
    ['speaks of a marriage', '要结婚了'],
    ['speaks of a marriage', '新人登记'],
    ['consoles by formula', '请节哀'],
    ['consoles by formula', '一路走好'],
    ['asks for the reason again', '填写死因'],
    ['has a picture sign', '报好了 🎉'],
    ['has a picture sign', '✔ 已报名'],
    ['has a picture sign', '✓ 已报名'],
  ];

  it.each(bad)('%s: %s', (code, text) => {
    expect(griefWordProblems(text).map((problem) => problem.split(':')[0])).toContain(code);
  });

  it('has an example of every rule above, so that none can be lost unseen', () => {
    expect(new Set(bad.map(([code]) => code))).toEqual(new Set(griefRules.map(({ code }) => code)));
  });

  const good: readonly string[] = [
    '给您留到 15:40，慢慢看，改主意也可以。',
    '早上 6:30 集合，8:30 开船，23:59 以前都能改。',
    '位置不多了',
    '已满，可以看别的日子。',
    '您家要 3 个座位。',
    '结婚证也可以证明亲属关系。',
    '写下他生前喜欢的事。',
    '骨灰现在在重庆。',
    '抢救的医院会开证明。',
    '先到这里，写的都替您留着。',
    '明天海上风大，船不能出去。您可以改到任意一班，也可以等我们电话。',
    '60 天到 1 月 9 日。',
    '第 2 位',
    '30 分钟里别人选不到这个位置。',
  ];

  it.each(good)('may be: %s', (text) => {
    expect(griefWordProblems(text)).toEqual([]);
  });
});

describe('a page of a death', () => {
  it.each([
    "import { HoldClock } from './hold-clock';",
    "import { Badge } from '../../ui/badge';",
    'setInterval(tick, 1000)',
    '<View className="countdown">',
    'useShareAppMessage(card)',
    "import { shareCard } from '../../platform/share';",
    "import '../../ui/rating/stars'; const way = 'rating'",
    'export default definePageConfig({ enableShareAppMessage: true })',
    'Taro.vibrateShort()',
    '<Confetti />',
  ])('does not hold %s', (source) => {
    expect(griefCodeProblems(source)).not.toEqual([]);
  });

  it('may say in a comment what it has not', () => {
    expect(griefCodeProblems('/** No countdown here. */\n// nor a badge\nexport const place = 1;')).toEqual([]);
  });

  it('neither moves nor shines', () => {
    for (const style of [
      '.a { transition: opacity 160ms; }',
      '@keyframes rise {}',
      '.a { box-shadow: 0 0 4px #000; }',
      '.a { background: linear-gradient(#fff, #eee); }',
    ]) {
      expect(griefStyleProblems(style)).not.toEqual([]);
    }
    expect(griefStyleProblems('.a { color: var(--ink); }')).toEqual([]);
  });
});

describe('the colours of a death', () => {
  it.each([
    '#B01E2E',
    '#8C1523',
    '#FBE3DF',
    '#8A5A0A',
    '#1B6838',
    '#E1F0E6',
    '#A8201A',
    '#7D5200',
    '#FBF0D5',
    '#f00',
    '#07C160',
  ])('are never %s', (colour) => {
    expect(isCalmColour(colour)).toBe(false);
  });

  it.each([
    '#EFF3F5',
    '#1C2A33',
    '#2C4F66',
    '#DDE7ED',
    '#7A2E3A',
    '#CBD3CE',
    '#FFFFFF',
    'transparent',
    'rgba(28, 42, 51, 0.5)',
  ])('may be %s', (colour) => {
    expect(isCalmColour(colour)).toBe(true);
  });

  it('are looked up where a style names a variable, and no name of joy is taken', () => {
    const colourOf = (name: string) => ({ '--success': '#1B6838', '--ink': '#1C2A33' })[name];
    expect(griefColourProblems('.a { color: var(--success); }', colourOf)).toEqual(['has --success, #1B6838']);
    expect(griefColourProblems('.a { color: var(--ink); background: #fff; }', colourOf)).toEqual([]);
    expect(griefColourProblems('.a { color: red; }', colourOf)).toEqual(['has the colour red']);
    expect(griefColourProblems('.a { border-color: hsl(0 90% 40%); }', colourOf)).toHaveLength(1);
    expect(griefColourProblems('.redraw { padding: 0; } /* #f00 */', colourOf)).toEqual([]);
  });
});

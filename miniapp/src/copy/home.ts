export const home = {
  place: '天津民政 · 帮您办',
  title: '今天想办点什么？',
  urgent: { title: '遇到急事、难事', line: '先看这里，电话两步就能打出去' },
  doors: {
    hardship: { title: '家里有困难', line: '看看有哪些帮扶' },
    marriage: { title: '要结婚了', line: '挑地方、约时间' },
    funeral: { title: '送别亲人', line: '先做什么，找谁' },
    elder: { title: '照顾老人', line: '补贴、助餐、上门' },
  },
  mine: {
    title: '我正在办的',
    empty: '现在还没有。',
    next: '先看看家里可能符合哪几项，合适的就在这里递申请。',
    draft: '还没有递，点开接着填',
    waitsForYou: '等您来办',
    titles: (titles: readonly string[]) => titles.join('、'),
    all: (count: number) => `看全部 ${count} 件`,
    old: '这次没取到新的，下面是上次的。',
    resume: (answered: number) =>
      answered > 0 ? `上次答了 ${answered} 题，都在这部手机里。` : '上次刚开了个头，还在这部手机里。',
    resumeAction: '接着看',
  },
  elder: { on: '换大字版', off: '换标准字' },
} as const;

export const booking = {
  title: '预约',
  none: '您现在没有预约。',
  why: '网上预约还没开放。在那之前，这样办：',
  doors: {
    marriage: { title: '结婚登记', line: '现在怎么办，带什么' },
    funeral: { title: '骨灰撒海、守灵、寄存', line: '现在打哪个电话' },
    elder: { title: '助餐、上门看望', line: '现在怎么问' },
  },
} as const;

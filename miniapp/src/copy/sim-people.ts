/** Of builds for development alone (scripts/build.mjs): a production build holds none of it. */
export const simPeopleWords = {
  title: '用示例人物登录',
  line: '这是开发用的一页。下面的人都是编出来的，点一位就用他登录。',
  search: '按名字或情况找',
  clear: '清空',
  reading: '正在取名单…',
  none: '没有这样的人。换个说法再找找。',
  more: (count: number) => `还有 ${count} 位，在上面找一找。`,
  failed: '名单没有取到。示例人物要和模拟系统一起开着，才能用。',
} as const;

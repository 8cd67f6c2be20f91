import type { Tab } from '../platform/navigate';

export const tabs: readonly { readonly name: Tab; readonly text: string }[] = [
  { name: 'home', text: '首页' },
  { name: 'services', text: '办事' },
  { name: 'booking', text: '预约' },
  { name: 'mine', text: '我的' },
];

export const backWords = '返回';

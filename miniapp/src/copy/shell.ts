import type { Tab } from '../platform/navigate';

export const appName = '津门民政';

export const tabNames: Readonly<Record<Tab, string>> = {
  home: '首页',
  services: '办事',
  booking: '预约',
  mine: '我的',
};

export const tabs = (['home', 'services', 'booking', 'mine'] as const).map((name) => ({ name, text: tabNames[name] }));

export const backWords = '返回';

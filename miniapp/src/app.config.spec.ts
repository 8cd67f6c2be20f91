import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import app from './app.config';

const pages = [
  ...(app.pages ?? []),
  ...(app.subPackages ?? []).flatMap(({ root, pages: inside }) => inside.map((page: string) => `${root}/${page}`)),
];

describe('the app', () => {
  it.each(pages)('has the page %s on disk, with its settings', (page) => {
    expect(existsSync(path.resolve(__dirname, `${page}.tsx`))).toBe(true);
    expect(existsSync(path.resolve(__dirname, `${page}.config.ts`))).toBe(true);
  });

  it('has its four tabs in the main package, each with a small picture', () => {
    const tabs = app.tabBar?.list ?? [];
    expect(tabs.map(({ text }) => text)).toEqual(['首页', '办事', '预约', '我的']);
    for (const { pagePath, iconPath = '', selectedIconPath = '' } of tabs) {
      expect(app.pages).toContain(pagePath);
      expect(existsSync(path.resolve(__dirname, iconPath))).toBe(true);
      expect(existsSync(path.resolve(__dirname, selectedIconPath))).toBe(true);
    }
  });
});

it('lets two pages be sent on from WeChat, as a link for somebody else and never as what they show', () => {
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const sharing =
    /\b(useShareAppMessage|enableShareAppMessage|onShareAppMessage|useShareTimeline|onShareTimeline|onAddToFavorites)\b/;
  const found = files.filter(
    (file) => !file.includes('.spec.') && sharing.test(readFileSync(path.join(__dirname, file), 'utf8')),
  );
  expect(files.length).toBeGreaterThan(50);
  // adult.spec.tsx, parties.spec.tsx: what leaves is the link somebody answers by, or the page on what this is
  expect(found.sort()).toEqual([
    'packages/marriage/parties/index.config.ts',
    'packages/mine/adult/index.config.ts',
    'platform/share.ts',
  ]);
});

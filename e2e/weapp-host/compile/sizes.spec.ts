import { packageSizes } from './sizes';

const FILES = [
  { path: 'app.js', bytes: 100 },
  { path: 'packages/relief/a.js', bytes: 30 },
  { path: 'packages/relief-more/b.js', bytes: 7 },
  { path: 'project.config.json', bytes: 1000 },
  { path: 'app.js.map', bytes: 1000 },
  { path: 'LICENSE', bytes: 1000 },
];

describe('packageSizes', () => {
  it('counts a file in the sub-package whose folder it lies in, and only there', () => {
    const sizes = packageSizes(FILES, [
      { root: 'packages/relief', pages: [] },
      { root: 'packages/relief-more/', pages: [] },
    ]);
    expect(sizes).toEqual({
      total: 137,
      main: 100,
      subPackages: { 'packages/relief': 30, 'packages/relief-more/': 7 },
    });
  });

  it('does not count what WeChat never uploads', () => {
    expect(packageSizes(FILES, []).total).toBe(137);
  });
});

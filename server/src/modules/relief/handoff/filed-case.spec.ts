import { papersFor } from './filed-case';

describe('what to bring for several programmes', () => {
  it('names each paper once, with the remark one of them makes', () => {
    const both = papersFor(['minimum-living-allowance', 'temporary-assistance']);
    const names = both.map((paper) => paper.split('（')[0]);
    expect(new Set(names).size).toBe(names.length);
    expect(both).toContain('身份证（一时没有，也先去说）');
  });

  it('is for one programme what its own guide says', () => {
    expect(papersFor(['minimum-living-allowance'])).toContain('身份证');
  });
});

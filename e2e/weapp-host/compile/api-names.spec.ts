import { wxApiNames } from './api-names';

describe('wxApiNames', () => {
  it('knows the public API of wx and nothing that is not in it', () => {
    const names = wxApiNames();
    expect(names).toEqual(expect.arrayContaining(['request', 'openPrivacyContract', 'getStorageSync', 'chooseMedia']));
    expect(names.length).toBeGreaterThan(400);
    expect(names).not.toContain('Promise');
  });
});

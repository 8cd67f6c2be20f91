import { wxApis } from './api-names';

describe('wxApis', () => {
  it('knows the public API of wx and nothing that is not in it', () => {
    const names = wxApis().map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['request', 'openPrivacyContract', 'getStorageSync', 'chooseMedia']));
    expect(names.length).toBeGreaterThan(450);
    expect(names).not.toContain('Promise');
  });

  it.each([
    ['scanCode', true],
    ['navigateToMiniProgram', true],
    ['authPrivateMessage', true],
    ['getRendererUserAgent', true],
    ['getStorageInfoSync', false],
    ['getRecorderManager', false],
    ['createCanvasContext', false],
    ['onBackgroundAudioPlay', false],
    ['offMemoryWarning', false],
    ['canIUse', false],
  ])('knows of %s whether it answers later: %s', (name, isAsync) => {
    expect(wxApis()).toContainEqual({ name, isAsync });
  });
});

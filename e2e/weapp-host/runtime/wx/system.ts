import type { Reports } from '../reports';
import { SDK_VERSION } from '../sdk-version';
import { requiredElement } from '../shell';
import type { LaunchOptions } from './launch-options';
import { loud } from './loud';
import type { WxRegistry } from './wx-registry';

const STATUS_BAR_PX = 44;
const HOME_INDICATOR_PX = 34;

/** Facts on the device that a test may change (`Host.setSystem`), e.g. `{fontSizeSetting: 22}`. */
export type SystemOverrides = Record<string, unknown>;

/** Device, window and other facts a phone knows without asking anybody. */
export function addSystem(
  wx: WxRegistry,
  reports: Reports,
  launch: LaunchOptions,
  overrides: () => SystemOverrides,
): void {
  const system = (): object => ({ ...systemInfo(), ...overrides() });
  for (const name of ['getSystemInfoSync', 'getWindowInfo', 'getAppBaseInfo', 'getDeviceInfo'] as const)
    wx.sync(name, system);
  for (const name of ['getSystemInfo', 'getSystemInfoAsync'] as const) wx.async(name, system);
  wx.sync('getSystemSetting', () => ({ bluetoothEnabled: false, locationEnabled: false, wifiEnabled: true }));
  wx.sync('getMenuButtonBoundingClientRect', () => {
    const right = window.innerWidth - 7;
    return { top: 48, bottom: 80, left: right - 87, right, width: 87, height: 32 };
  });
  wx.sync('canIUse', (schema) => wx.canIUse(String(schema)));
  wx.sync('nextTick', (callback) => void Promise.resolve().then(callback as () => void));
  wx.sync('getLaunchOptionsSync', () => launch.value);
  wx.sync('getEnterOptionsSync', () => launch.entered);
  wx.sync('getAccountInfoSync', () => ({
    miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
  }));
  wx.sync('getUpdateManager', () => loud('UpdateManager', updateManager(), reports));
  wx.object.env = { USER_DATA_PATH: 'http://usr' };
  for (const name of LISTENERS_NEVER_CALLED) wx.sync(name, () => undefined);
}

/** Things that do not happen in the host: nobody turns the phone or runs out of memory here. */
const LISTENERS_NEVER_CALLED = [
  ...(['onError', 'offError', 'onUnhandledRejection', 'offUnhandledRejection'] as const),
  ...(['onPageNotFound', 'offPageNotFound', 'onThemeChange', 'offThemeChange'] as const),
  ...(['onWindowResize', 'offWindowResize', 'onMemoryWarning', 'offMemoryWarning'] as const),
  ...(['onKeyboardHeightChange', 'offKeyboardHeightChange'] as const),
];

function systemInfo(): object {
  const { innerWidth: width, innerHeight: height, devicePixelRatio: pixelRatio } = window;
  const bottom = height - HOME_INDICATOR_PX;
  return {
    brand: 'devtools',
    model: 'iPhone 12/13 (Pro)',
    platform: 'devtools',
    system: 'iOS 10.0.1',
    version: '8.0.5',
    SDKVersion: SDK_VERSION,
    language: 'zh_CN',
    theme: 'light',
    fontSizeSetting: 16,
    fontSizeScaleFactor: 1,
    benchmarkLevel: 1,
    pixelRatio,
    screenWidth: width,
    screenHeight: height,
    windowWidth: width,
    windowHeight: requiredElement('pages').clientHeight,
    statusBarHeight: STATUS_BAR_PX,
    safeArea: { top: STATUS_BAR_PX, left: 0, right: width, bottom, width, height: bottom - STATUS_BAR_PX },
  };
}

function updateManager(): object {
  const ignore = (): void => undefined;
  return { onCheckForUpdate: ignore, onUpdateReady: ignore, onUpdateFailed: ignore, applyUpdate: ignore };
}

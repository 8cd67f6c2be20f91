Object.assign(process.env, { TARO_ENV: 'h5', TARO_APP_API_BASE: '' });
Object.assign(globalThis, {
  defineAppConfig: <T>(config: T): T => config,
  definePageConfig: <T>(config: T): T => config,
});

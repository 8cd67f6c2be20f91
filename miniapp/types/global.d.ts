/// <reference types="@tarojs/taro" />

declare module '*.scss';

declare namespace NodeJS {
  interface ProcessEnv {
    readonly TARO_ENV: 'weapp' | 'h5';
    /** Where the BFF answers; empty on H5, which the BFF serves itself. */
    readonly TARO_APP_API_BASE: string;
    /** `true` in builds for development in a browser: a page there signs in as one of the made-up people. */
    readonly TARO_APP_SIM_SIGN_IN: string;
  }
}

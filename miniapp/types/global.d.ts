/// <reference types="@tarojs/taro" />

declare module '*.scss';

declare namespace NodeJS {
  interface ProcessEnv {
    readonly TARO_ENV: 'weapp' | 'h5';
    /** Where the BFF answers; empty on H5, which the BFF serves itself. */
    readonly TARO_APP_API_BASE: string;
  }
}

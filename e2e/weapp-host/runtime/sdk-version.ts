/** The base library the host claims to be; high enough that Taro takes no polyfill branch. */
export const SDK_VERSION = '3.5.0';

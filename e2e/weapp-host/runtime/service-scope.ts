/** Names every module of the mini-program receives as parameters, in this order, after require, module and exports. */
export const SERVICE_NAMES = [
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'globalThis',
  'global',
  'console',
  'Function',
] as const;

export type ServiceScope = Record<(typeof SERVICE_NAMES)[number], unknown>;

/** Globals of a browser that WeChat's logic layer does not have: declared as parameters and left undefined. */
export const SHADOWED_NAMES = [
  'window self frames parent top opener document location navigator history screen',
  'localStorage sessionStorage indexedDB caches cookieStore',
  'alert confirm prompt open close print postMessage getComputedStyle matchMedia',
  'XMLHttpRequest WebSocket EventSource fetch Headers Request Response AbortController AbortSignal',
  'requestAnimationFrame cancelAnimationFrame requestIdleCallback cancelIdleCallback MessageChannel BroadcastChannel',
  'URL URLSearchParams Blob File FileReader FormData TextEncoder TextDecoder structuredClone btoa atob crypto',
  'Node Element HTMLElement Image Event CustomEvent MutationObserver IntersectionObserver ResizeObserver',
  'Worker SharedWorker Notification performance customElements DOMParser',
].flatMap((line) => line.split(' '));

/** The parameter list of a module's wrapper function. */
export const MODULE_PARAMETERS = ['require', 'module', 'exports', ...SERVICE_NAMES, ...SHADOWED_NAMES].join(',');

/** The parameter list of a function a test sends to run inside the app. */
export const EVALUATION_PARAMETERS = [...SERVICE_NAMES, ...SHADOWED_NAMES].join(',');

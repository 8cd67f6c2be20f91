/**
 * What the journeys are driven on:
 * - `host`: our headless host, with the switches only it has (`Host.*`);
 * - `portable`: our host again, by nothing but what every tool understands, which proves the bodies for `devtools`;
 * - `devtools`: the real WeChat DevTools, opened by its command line (`WECHAT_CLI`) or open already (`WEAPP_WS`).
 */
export type Target = 'host' | 'portable' | 'devtools';

export const target: Target = targetOf(process.env);

export function targetOf(env: NodeJS.ProcessEnv): Target {
  if (env.WECHAT_CLI || env.WEAPP_WS) return 'devtools';
  return env.WEAPP_TARGET === 'portable' ? 'portable' : 'host';
}

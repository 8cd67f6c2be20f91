import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const miniapp = path.resolve(__dirname, '..');
const sharedSource = path.resolve(miniapp, '..', 'shared', 'src');

/** Where the weapp finds the BFF. The H5 app is served by the BFF itself, so its base is its own origin. */
const apiBase = process.env.TARO_ENV === 'h5' ? '' : (process.env.TARO_APP_API_BASE ?? 'http://127.0.0.1:3000');

/** Only a browser needs it, which has no `wx.login`; a production build holds none of it (scripts/lib/build.mjs). */
const simSignIn = String(process.env.TARO_ENV === 'h5' && process.env.TARO_APP_SIM_SIGN_IN === 'true');

/**
 * Deeper elements would lie in a component, where no test finds them; our deepest page has 12 levels (docs/adr/0022).
 * Taro reads it and leaves it out of its types, hence beside them.
 */
const BASE_LEVEL: object = { baseLevel: 16 };

export default defineConfig<'webpack5'>({
  projectName: 'jinmen-miniapp',
  date: '2026-11-24',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_APP_OUTPUT ?? process.env.TARO_ENV ?? 'weapp'}`,
  framework: 'react',
  plugins: [path.resolve(__dirname, 'aria-attributes.js')],
  // TARO_APP_… in the code are these values, so that a build never depends on an .env file lying about.
  env: { TARO_APP_API_BASE: JSON.stringify(apiBase), TARO_APP_SIM_SIGN_IN: JSON.stringify(simSignIn) },
  /**
   * A Chinese sign is written as itself, three bytes, and not as an escape of six: a twelfth of the main package. WeChat
   * reads scripts as UTF-8; for H5 Taro writes them so anyway.
   */
  terser: { config: { output: { ascii_only: false } } },
  alias: { '@': path.join(miniapp, 'src'), '@jinmen/shared': sharedSource },
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // Not for WeChat: Taro's sub-packages would keep what they have in common as an earlier build had it.
  cache: { enable: process.env.CI !== 'true' && process.env.TARO_ENV === 'h5' },
  mini: {
    ...BASE_LEVEL,
    compile: { include: [sharedSource] },
    optimizeMainPackage: { enable: true },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
    webpackChain(chain) {
      // Chosen by TARO_ENV, so never on a phone: without this word webpack keeps it, and its database, all the same.
      chain.module
        .rule('for-browsers-only')
        .test(/platform[\\/]vault-browser\.ts$/)
        .set('sideEffects', false);
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: [sharedSource] },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { autoprefixer: { enable: true, config: {} }, cssModules: { enable: false } },
    /**
     * Taro makes every H5 page a chunk of its own, fetched when it is first opened, with its own copy of the components.
     * Wizard and result must not need the network between the first question and the answer (the phone may be offline
     * by then), so the whole app arrives at once, as it does on WeChat. Together it is also smaller than its parts.
     */
    webpackChain(chain, webpack) {
      chain.plugin('whole-app-at-once').use(webpack.optimize.LimitChunkCountPlugin, [{ maxChunks: 1 }]);
      chain.merge({ performance: { hints: false } });
    },
  },
});

const path = require('node:path');

/** The phone's unit tests: a browser document for H5's spelling of things, Taro itself replaced by test/. */
module.exports = {
  rootDir: __dirname,
  displayName: 'miniapp',
  testEnvironment: 'jsdom',
  testRegex: '/(src|test|config)/.*\\.spec\\.tsx?$',
  // on a busy machine a page takes many times its time
  testTimeout: 60_000,
  setupFiles: ['<rootDir>/test/set-up.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/grief-watch.ts'],
  transform: {
    '^.+\\.[tj]sx?$': [
      '<rootDir>/test/plain-spaces.cjs',
      {
        swcrc: false,
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  moduleNameMapper: {
    '^@jinmen/shared/(.*)$': path.resolve(__dirname, '../shared/src/$1'),
    '^@tarojs/components$': '<rootDir>/test/taro-components.tsx',
    '^@tarojs/taro$': '<rootDir>/test/taro.ts',
    '(/platform|^\\.)/vault$': '<rootDir>/test/memory-vault.ts',
    '\\.scss$': '<rootDir>/test/no-style.ts',
  },
};

#!/usr/bin/env node
// Takes the place of WeChat DevTools' `cli` in automator.launch({cliPath, projectPath}).
require('tsx/cjs/api').register();
void require('./run-cli.ts').main();

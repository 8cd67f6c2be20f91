const path = require('node:path');
const { ariaAttributes } = require('./aria-names.js');

/**
 * Taro plugin: lets `ariaRole`, `ariaLabel` … of our components reach the built WXML.
 * Without it Taro 4.2.1 drops them silently and a screen reader hears unnamed boxes.
 */
module.exports = function ariaAttributesPlugin(context) {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return;
      platform.template.mergeComponents(context, ariaAttributes());
      const runtime = path.resolve(__dirname, 'aria-runtime.js');
      const present = platform.runtimePath;
      platform.runtimePath = Array.isArray(present) ? [...present, runtime] : [present, runtime];
    },
  });
};

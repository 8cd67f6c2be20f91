const swc = require('@swc/jest');

/** `@swc/jest`, but the spaces that keep a figure on one line are plain ones: specs read a text as a person does. */
module.exports = {
  createTransformer(options) {
    const transformer = swc.createTransformer(options);
    const process = (source, ...rest) => transformer.process(source.replaceAll('\\u00a0', ' '), ...rest);
    return { ...transformer, process };
  },
};

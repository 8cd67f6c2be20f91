const swc = require('@swc/jest');

const plain = (source) => source.replaceAll('\\u00a0', ' ').replaceAll('\\u2060', '').replaceAll('\\u2011', '-');

/** `@swc/jest`, but what keeps a line from ending is a plain sign or none: specs read a text as a person does. */
module.exports = {
  createTransformer(options) {
    const transformer = swc.createTransformer(options);
    const process = (source, ...rest) => transformer.process(plain(source), ...rest);
    return { ...transformer, process };
  },
};

/**
 * WeChat reads these from base library 2.7.1 on. Taro's templates carry only attributes they were told of,
 * so both the build (the templates) and the run time (the short names) must be told the same list.
 */
const ariaNames = [
  'aria-role',
  'aria-label',
  'aria-checked',
  'aria-disabled',
  'aria-hidden',
  'aria-live',
  'aria-selected',
  'aria-expanded',
  'aria-level',
];

/** Those our components draw with. Each one more costs its attributes in the main package, as often as it can be nested. */
const ariaComponents = ['View', 'Button', 'Input', 'Textarea', 'Picker', 'Image'];

/**
 * `{ View: { 'aria-role': '', … }, … }`: an empty default leaves the attribute undefined when a page sets none.
 * Nothing translates this file for old phones, so it is written as they read (docs/adr/0023).
 */
function ariaAttributes() {
  const attributes = () => Object.assign({}, ...ariaNames.map((name) => ({ [name]: '' })));
  return Object.assign({}, ...ariaComponents.map((component) => ({ [component]: attributes() })));
}

module.exports = { ariaNames, ariaComponents, ariaAttributes };

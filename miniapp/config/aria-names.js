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

const ariaComponents = ['View', 'Text', 'Button', 'Input', 'Image'];

/** `{ View: { 'aria-role': '', … }, … }`: an empty default leaves the attribute undefined when a page sets none. */
function ariaAttributes() {
  const attributes = Object.fromEntries(ariaNames.map((name) => [name, '']));
  return Object.fromEntries(ariaComponents.map((component) => [component, { ...attributes }]));
}

module.exports = { ariaNames, ariaComponents, ariaAttributes };

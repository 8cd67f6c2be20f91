import { requireFrom } from '../lib/root.mjs';

/**
 * What WebKit of iOS 12 and Chrome 66 drop (docs/adr/0023), and since when they do not. Support as caniuse.com has it.
 *
 * Lost there too, and borne: `:focus-visible`, which is of browsers with a keyboard; `text-spacing-trim`, which mends a
 * fault only newer engines have; and `gap` between flex children (iOS before 14.5): rows stand closer, yet nothing is
 * hidden, covered or unreadable, and targets keep their own height.
 */
const LOST = [
  { selector: /:has\(/, what: ':has() (iOS 15.4, Chrome 105)' },
  { selector: /:(is|where)\(/, what: ':is() and :where() (iOS 14, Chrome 88)' },
  { selector: /:not\([^)]*[ ,>+~]/, what: ':not() of more than one plain selector (iOS 9, Chrome 88)' },
  { property: /^inset(-|$)/, what: 'inset (iOS 14.5, Chrome 87)' },
  { property: /^aspect-ratio$/, what: 'aspect-ratio (iOS 15, Chrome 88)' },
  { property: /^(margin|padding|border)-(inline|block)$/, what: 'the short logical properties (iOS 14.5, Chrome 87)' },
  { property: /^(translate|rotate|scale)$/, what: 'transforms as properties of their own (iOS 14.5, Chrome 104)' },
  { property: /^(container|content-visibility|accent-color)/, what: 'it (iOS 15.4 and later)' },
  {
    property: /^overflow-wrap$/,
    value: /anywhere/,
    what: 'anywhere (iOS 15.4, Chrome 80): write word-break: break-word',
  },
  { property: /^overflow/, value: /\bclip\b/, what: 'overflow: clip (iOS 16, Chrome 90)' },
  { value: /\b(min|max|clamp)\(/, what: 'min(), max() and clamp() (iOS 13.4 at most, Chrome 79)' },
  { value: /\b(color-mix|oklch|oklab|lab|lch|color)\(/, what: 'newer notations of colour (iOS 15 and later)' },
  { value: /\d(dvh|svh|lvh|dvw|cqw|cqi)\b/, what: 'newer units (iOS 15.4 and later)' },
  { atRule: /^(layer|container|scope|property|starting-style)$/, what: 'the at-rule (iOS 15.4 and later)' },
];

/** One sentence for each selector, declaration or at-rule in a style sheet that an old phone would drop. */
export function styleProblems(file, text) {
  const found = [];
  const tell = (what, where) => found.push(`${file} counts on ${what} in ${where.slice(0, 80)}`);
  const tree = requireFrom('miniapp', 'postcss').parse(text);
  tree.walkRules(({ selector, selectors }) => {
    for (const rule of LOST.filter((each) => each.selector?.test(selector))) tell(rule.what, selector);
    if (selectors.length > 1 && selectors.some((each) => each.includes(':focus-visible')))
      tell(':focus-visible beside others, which lose their rule with it (iOS 15.4)', selector);
  });
  tree.walkDecls(({ prop, value }) => {
    for (const rule of LOST.filter((each) => isLost(each, prop, value))) tell(rule.what, `${prop}: ${value}`);
  });
  tree.walkAtRules(({ name, params }) => {
    for (const rule of LOST.filter((each) => each.atRule?.test(name))) tell(rule.what, `@${name} ${params}`);
  });
  return found;
}

function isLost({ property, value, selector, atRule }, prop, text) {
  if (selector || atRule) return false;
  return (property?.test(prop) ?? true) && (value?.test(text) ?? true);
}

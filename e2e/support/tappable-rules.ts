import type { InspectedPage, Tappable } from '../weapp-host/automator/in-page/inspect-methods';

/** How large a target is at least, in each way of drawing the app (MIIT mobile specification; WeChat's own guide). */
export const TARGETS = { normal: 44, elder: 60 } as const;

export type Mode = keyof typeof TARGETS;

/** Between two targets that are not one inside the other. */
const APART = 8;
/** A browser's layout rounds to parts of a pixel. */
const GRAIN = 0.51;

/**
 * Roles a screen reader says of something one may press or fill in (WeChat's aria-component page points to the Widget
 * Roles of Using ARIA).
 */
const ROLES = ['button', 'checkbox', 'link', 'radio', 'switch', 'tab', 'textbox'];
/** Of these WAI-ARIA takes the name from the text inside where none is given; of a field never. */
const NAMED_BY_TEXT = ['button', 'checkbox', 'link', 'radio', 'switch', 'tab'];

type Rule = 'size' | 'apart';

/** What a rule lets stand, by a class of its own, and why. Nothing is let off without a line here. */
export const EXCEPTIONS: readonly {
  readonly rule: Rule;
  readonly className: string;
  /** Of `size`: what it has at least instead. */
  readonly least?: { readonly width: number; readonly height: number };
  readonly why: string;
}[] = [
  {
    rule: 'size',
    className: 'month-day',
    least: { width: 40, height: 60 },
    why: 'seven days of a week lie beside each other on any phone; what is missing in width they have in height',
  },
  { rule: 'apart', className: 'month-day', why: 'the days of a month are one grid, as on every calendar' },
  { rule: 'apart', className: 'list-row', why: 'rows of one list lie on each other with a line between them' },
  { rule: 'apart', className: 'elder-tab', why: 'a tab bar has no gaps, as the one of WeChat has none' },
];

/**
 * What is wrong with the page for a finger or for somebody who hears it, each thing named. A name is `aria-label`: it is
 * what WeChat has read out (developers.weixin.qq.com, aria-component). The text inside stands for it where the role
 * takes its name from there and it is one run of text, because then it is what is heard; several runs are joined by every
 * screen reader in another way, with the price of a thing in the middle of its name. A field needs its role besides:
 * without `aria-role="textbox"` an iPhone passes its label over (Tencent/tdesign-miniprogram#1170).
 */
export function whatIsWrong(page: InspectedPage, mode: Mode): readonly string[] {
  const drawn = page.tappables.map((tappable, at) => ({ ...tappable, at })).filter(({ hidden }) => !hidden);
  return [
    ...drawn.flatMap((each) => [...wrongForAReader(each), ...wrongSize(each, mode), ...wrongPlace(each, page)]),
    ...drawn.flatMap((one, index) => drawn.slice(index + 1).flatMap((other) => wrongBetween(one, other, page))),
    ...wayToAPerson(drawn),
  ];
}

function wrongForAReader(each: Tappable): readonly string[] {
  const { role, unheard } = each;
  const name = nameOf(each);
  return [
    ...(role === undefined ? [`${name} has no aria-role`] : []),
    ...(role !== undefined && !ROLES.includes(role) ? [`${name} has the aria-role ${role}, which says nothing`] : []),
    ...(unheard ? [`${name} is hidden from a screen reader`] : []),
    ...(isNamed(each) ? [] : [`${name} has no aria-label`]),
  ];
}

function isNamed({ role = '', label = '', texts }: Tappable): boolean {
  return label.trim() !== '' || (NAMED_BY_TEXT.includes(role) && texts.length === 1);
}

function wrongSize(each: Tappable, mode: Mode): readonly string[] {
  const { width, height } = each.box;
  const least = exceptionFor('size', each)?.least ?? { width: TARGETS[mode], height: TARGETS[mode] };
  if (width >= least.width - GRAIN && height >= least.height - GRAIN) return [];
  return [`${nameOf(each)} is ${width.toFixed(1)} × ${height.toFixed(1)}, not ${least.width} × ${least.height}`];
}

/** What is pinned to the bottom lies over the last of the page when it is scrolled down: nothing may lie there. */
function wrongPlace(each: Tappable & { readonly at: number }, page: InspectedPage): readonly string[] {
  if (each.inside !== undefined) {
    const around = page.tappables[each.inside];
    return [`${nameOf(each)} lies inside ${around ? nameOf(around) : 'another'}: a screen reader finds only one`];
  }
  const { left, top, width, height } = each.box;
  if (left < -GRAIN || left + width > page.width + GRAIN) return [`${nameOf(each)} lies beside the page`];
  const bars = page.tappables.filter(({ pinned, hidden, box }) => pinned && !hidden && box.top > page.screenHeight / 2);
  const covered = Math.max(0, ...bars.map(({ box }) => page.screenHeight - box.top));
  const isUnder = !each.pinned && bars.length > 0 && top + height > page.height - covered + GRAIN;
  return isUnder ? [`${nameOf(each)} lies under the bar at the bottom, however far one scrolls`] : [];
}

type Placed = Tappable & { readonly at: number };

function wrongBetween(one: Placed, other: Placed, page: InspectedPage): readonly string[] {
  if (one.pinned !== other.pinned || isInside(other, one, page) || isInside(one, other, page)) return [];
  const gap = gapBetween(one.box, other.box);
  if (gap < -GRAIN) return [`${nameOf(one)} and ${nameOf(other)} cover each other`];
  if (gap >= APART - GRAIN) return [];
  const exception = exceptionFor('apart', one);
  if (exception !== undefined && exception === exceptionFor('apart', other)) return [];
  return [`${nameOf(one)} and ${nameOf(other)} are ${gap.toFixed(1)} apart, not ${APART}`];
}

function isInside(inner: Placed, outer: Placed, { tappables }: InspectedPage): boolean {
  for (let around = inner.inside; around !== undefined; around = tappables[around]?.inside) {
    if (around === outer.at) return true;
  }
  return false;
}

/** The larger of how far they are apart beside and above each other; less than nothing where they cover each other. */
function gapBetween(one: Tappable['box'], other: Tappable['box']): number {
  const beside = Math.max(one.left, other.left) - Math.min(one.left + one.width, other.left + other.width);
  const above = Math.max(one.top, other.top) - Math.min(one.top + one.height, other.top + other.height);
  return Math.max(beside, above);
}

/** Somebody to talk to from every page (docs, §10): the city's line, or the one for a death. */
function wayToAPerson(drawn: readonly Tappable[]): readonly string[] {
  const calls = drawn.some(({ role, label = '' }) => role === 'button' && /打电话.*(12345|96456)/.test(label));
  return calls ? [] : ['nothing on the page calls a person'];
}

function exceptionFor(rule: Rule, { className }: Tappable) {
  const classes = className.split(' ');
  return EXCEPTIONS.find((exception) => exception.rule === rule && classes.includes(exception.className));
}

function nameOf({ tag, id, className, label, texts }: Tappable): string {
  const words = label ?? texts.join(' ');
  const own = id !== '' && !id.startsWith('_') ? `#${id}` : `.${className.split(' ').join('.')}`;
  return `<${tag}> ${own} “${words.slice(0, 20)}”`;
}

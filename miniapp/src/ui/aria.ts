import { plainSigns } from '@jinmen/shared/kernel/plain-signs';

/** What a screen reader is told about a drawn control. */
export interface Aria {
  readonly role?:
    | 'button'
    | 'radio'
    | 'radiogroup'
    | 'checkbox'
    | 'group'
    | 'heading'
    | 'alert'
    | 'status'
    | 'switch'
    | 'link'
    | 'tab'
    | 'tablist'
    | 'img'
    | 'list'
    | 'listitem'
    | 'progressbar'
    | 'textbox'
    | 'main'
    | 'contentinfo';
  readonly label?: string | undefined;
  readonly checked?: boolean;
  readonly selected?: boolean;
  /** Of a control that shows and hides something: whether it is shown now. */
  readonly expanded?: boolean | undefined;
  readonly level?: 1 | 2 | 3;
  readonly hidden?: boolean;
  readonly live?: 'polite' | 'assertive';
}

type Attributes = Readonly<Record<string, string | number | boolean>>;

const PRESSABLE: readonly Aria['role'][] = ['button', 'radio', 'checkbox', 'switch', 'link', 'tab'];

/**
 * The same meaning in each platform's own spelling: WeChat reads `aria-role` (Taro: `ariaRole`), a browser `role`.
 * Source: WeChat 无障碍访问 (base library 2.7.1); WAI-ARIA 1.2.
 */
export function aria({ label, ...meaning }: Aria): Attributes {
  const heard = { ...meaning, label: label && plainSigns(label) };
  return process.env.TARO_ENV === 'h5' ? browserAria(heard) : weappAria(heard);
}

function weappAria({ role: meant, label, checked, selected, expanded, level, hidden, live }: Aria): Attributes {
  // Landmarks are a browser's: WeChat has one page at a time and no way to jump between its parts.
  const role = meant === 'main' || meant === 'contentinfo' ? undefined : meant;
  return defined({
    ariaRole: role,
    ariaLabel: label,
    ariaChecked: checked,
    ariaSelected: selected,
    ariaExpanded: expanded,
    ariaLevel: level,
    ariaHidden: hidden,
    ariaLive: live,
  });
}

function browserAria({ role, label, checked, selected, expanded, level, hidden, live }: Aria): Attributes {
  return defined({
    role,
    'aria-label': label,
    'aria-checked': textOf(checked),
    'aria-selected': textOf(selected),
    'aria-expanded': textOf(expanded),
    'aria-level': level,
    'aria-hidden': textOf(hidden),
    'aria-live': live,
    tabindex: PRESSABLE.includes(role) ? '0' : undefined,
  });
}

/** A browser needs the word: an attribute set to `false` would be left out and mean "not checkable". */
function textOf(flag: boolean | undefined): string | undefined {
  return flag === undefined ? undefined : String(flag);
}

function defined(attributes: Record<string, string | number | boolean | undefined>): Attributes {
  const kept: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) kept[name] = value;
  return kept;
}

/**
 * Every colour, size and distance of the app, once. `tokens-css.ts` turns them into the CSS variables the styles use;
 * `tokens.spec.ts` holds every text pair to a contrast of 4.5 and every control border to 3.
 */
export type ThemeName = 'base' | 'relief' | 'marriage' | 'funeral' | 'eldercare';

export interface Theme {
  readonly bg: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly primary: string;
  readonly pressed: string;
  readonly soft: string;
  readonly onSoft: string;
  /** The colour of danger differs: a page of mourning never shows red. */
  readonly danger: string;
  readonly dangerSoft: string;
}

const danger = { danger: '#A8201A', dangerSoft: '#FBE6E3' } as const;

export const themes: Readonly<Record<ThemeName, Theme>> = {
  base: {
    bg: '#F3F5F1',
    ink: '#1B2A2A',
    ink2: '#475655',
    ink3: '#5F6D6B',
    primary: '#0B5D57',
    pressed: '#08463F',
    soft: '#DCEBE7',
    onSoft: '#08463F',
    ...danger,
  },
  relief: {
    bg: '#FBF6EC',
    ink: '#2A2117',
    ink2: '#5A4B39',
    ink3: '#6B5B47',
    primary: '#8A4708',
    pressed: '#6B3604',
    soft: '#FBE8CC',
    onSoft: '#6B3604',
    ...danger,
  },
  marriage: {
    bg: '#FDF4F1',
    ink: '#2C1614',
    ink2: '#5E403C',
    ink3: '#74534E',
    primary: '#B01E2E',
    pressed: '#8C1523',
    soft: '#FBE3DF',
    onSoft: '#8C1523',
    ...danger,
  },
  funeral: {
    bg: '#EFF3F5',
    ink: '#1C2A33',
    ink2: '#445661',
    ink3: '#5A6B76',
    primary: '#2C4F66',
    pressed: '#1F3B4D',
    soft: '#DDE7ED',
    onSoft: '#1F3B4D',
    danger: '#7A2E3A',
    dangerSoft: '#F1E4E6',
  },
  eldercare: {
    bg: '#F4F6EE',
    ink: '#1F2A17',
    ink2: '#46533A',
    ink3: '#596649',
    primary: '#3E5C14',
    pressed: '#2D4510',
    soft: '#E5EDD3',
    onSoft: '#2D4510',
    ...danger,
  },
};

/**
 * How full a day is, from plenty to nearly none; the last carries white, the others ink. Neighbouring steps differ
 * little, so the number left is always printed as well (ux.md §4.2).
 */
export const heat = {
  marriage: ['#F9D9D3', '#F0AFA6', '#DD7C76', '#B01E2E'],
  base: ['#DCEBE7', '#B4D5CD', '#7FB3A8', '#0B5D57'],
} as const;

/** The ground of a day without anything to book. */
export const heatNone = '#E9E4E2';

/** The same in every theme. */
export const surface = { card: '#FFFFFF', line: '#CBD3CE', controlBorder: '#7F8D8A', placeholder: '#6B7876' } as const;

export const semantic = {
  success: { ink: '#1B6838', soft: '#E1F0E6' },
  warn: { ink: '#7D5200', soft: '#FBF0D5' },
  muted: { ink: '#52605E', soft: '#E9EDEB' },
} as const;

/** 静海 has neither the green of a thing done nor the gold of a warning: what is done is deep water, what waits is dusk. */
export const calmSemantic = {
  success: { ink: '#1F3B4D', soft: '#DDE7ED' },
  warn: { ink: '#3B4763', soft: '#E3E7F1' },
} as const;

/** `[size, line]` in px: absolute, never rpx, so that text does not shrink on a narrow phone. */
export const type = {
  normal: {
    display: [34, 42],
    title: [26, 34],
    heading: [20, 28],
    body: [17, 26],
    secondary: [15, 23],
    caption: [13, 20],
  },
  elder: {
    display: [40, 50],
    title: [32, 42],
    heading: [26, 36],
    body: [22, 34],
    secondary: [20, 31],
    caption: [18, 28],
  },
} as const;

export const space = { 1: 4, 2: 8, 3: 12, 4: 16, 5: 20, 6: 24, 8: 32 } as const;

export const radius = { control: 10, card: 12, pill: 6 } as const;

/** The smallest thing a finger must hit. */
export const target = { normal: 44, elder: 60 } as const;

import { withoutComments } from './grief-safe';

/** Below it a colour is grey, whatever its hue. */
const GREY = 0.04;
/** From the grey-green of the city's water to the blue of the sea: what 静海 is made of, in degrees. */
const SEA = { from: 160, to: 270 } as const;
/** 静海 swaps the red of danger for a dark wine on its own pale ground (ux.md §4.2). */
const SWAPPED = ['#7A2E3A', '#F1E4E6'];
const NAMED_GREYS = ['white', 'black', 'transparent', 'currentcolor', 'inherit', 'none'];
const NAMED =
  /(?<![-\w])(red|crimson|scarlet|firebrick|darkred|gold|goldenrod|orange|orangered|yellow|pink|hotpink|green|lime|limegreen|forestgreen|magenta|tomato|coral)(?![-\w])/gi;

/** Red, gold and the green of success are colours of joy here; a page of mourning has sea, sky and grey. */
export function isCalmColour(colour: string): boolean {
  if (NAMED_GREYS.includes(colour.toLowerCase())) return true;
  if (SWAPPED.includes(colour.toUpperCase())) return true;
  const parts = partsOf(colour);
  if (parts === undefined) return false;
  const chroma = Math.max(...parts) - Math.min(...parts);
  const hue = hueOf(parts, chroma);
  return chroma < GREY || (hue >= SEA.from && hue <= SEA.to);
}

/** The colours a style sheet writes or names that have no place there; `colourOf` tells what a CSS variable is. */
export function griefColourProblems(style: string, colourOf: (name: string) => string | undefined): readonly string[] {
  const text = withoutComments(style);
  const written = text.match(/#[0-9a-f]{3,8}\b|\b(rgba?|hsla?)\([^)]*\)/gi) ?? [];
  const named = text.match(NAMED) ?? [];
  const variables = [...text.matchAll(/var\(\s*(--[\w-]+)/g)].flatMap(([, name]) => name ?? []);
  const bad = variables.filter((name) => {
    const value = colourOf(name);
    return value?.startsWith('#') && !isCalmColour(value);
  });
  const loud = [...written.filter((colour) => !isCalmColour(colour)), ...named];
  return [
    ...new Set([
      ...loud.map((colour) => `has the colour ${colour}`),
      ...bad.map((name) => `has ${name}, ${colourOf(name)}`),
    ]),
  ];
}

/** Red, green and blue from 0 to 1. */
function partsOf(colour: string): readonly [number, number, number] | undefined {
  const [, hex] = /^#([0-9a-f]{3}|[0-9a-f]{6})(?:[0-9a-f]{2})?$/i.exec(colour) ?? [];
  if (hex !== undefined) {
    const long = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
    const part = (at: number) => Number.parseInt(long.slice(at, at + 2), 16) / 255;
    return [part(0), part(2), part(4)];
  }
  const [, red, green, blue] = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/i.exec(colour) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return [Number(red) / 255, Number(green) / 255, Number(blue) / 255];
}

function hueOf([red, green, blue]: readonly [number, number, number], chroma: number): number {
  if (chroma === 0) return 0;
  const most = Math.max(red, green, blue);
  if (most === red) return (((green - blue) / chroma + 6) % 6) * 60;
  if (most === green) return ((blue - red) / chroma + 2) * 60;
  return ((red - green) / chroma + 4) * 60;
}

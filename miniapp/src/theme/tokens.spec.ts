import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isCalmColour } from '@jinmen/shared/plain-words/grief-colours';
import { contrast } from '../../test/contrast';
import { calmSemantic, heat, heatNone, semantic, surface, type Theme, target, themes, type } from './tokens';
import { tokensCss } from './tokens-css';

const TEXT = 4.5;
const CONTROL = 3;
const white = '#FFFFFF';

/** Every pair of colours that carries text in a theme. */
const textPairs = (theme: Theme): readonly (readonly [string, string, string])[] => [
  ...(['ink', 'ink2', 'ink3', 'primary', 'danger'] as const).flatMap((name) => [
    [`${name} on the page`, theme[name], theme.bg] as const,
    [`${name} on a card`, theme[name], surface.card] as const,
  ]),
  ['white on primary', white, theme.primary],
  ['white on pressed', white, theme.pressed],
  ['words on soft', theme.onSoft, theme.soft],
  ['danger on its soft', theme.danger, theme.dangerSoft],
  ['primary on soft', theme.primary, theme.soft],
];

describe('the colours', () => {
  it.each(Object.entries(themes))('of %s can be read: every pair that carries text reaches 4.5', (_name, theme) => {
    const weak = textPairs(theme).filter(([, ink, ground]) => contrast(ink, ground) < TEXT);
    expect(weak).toEqual([]);
  });

  it.each(Object.entries(themes))('of %s let a control be seen: its border reaches 3', (_name, theme) => {
    expect(contrast(surface.controlBorder, theme.bg)).toBeGreaterThanOrEqual(CONTROL);
    expect(contrast(surface.controlBorder, surface.card)).toBeGreaterThanOrEqual(CONTROL);
    expect(contrast(theme.primary, surface.card)).toBeGreaterThanOrEqual(CONTROL);
  });

  it('of states can be read on their own ground and on a card', () => {
    for (const { ink, soft } of [...Object.values(semantic), ...Object.values(calmSemantic)]) {
      expect(contrast(ink, soft)).toBeGreaterThanOrEqual(TEXT);
      expect(contrast(ink, surface.card)).toBeGreaterThanOrEqual(TEXT);
    }
    expect(contrast(surface.placeholder, surface.card)).toBeGreaterThanOrEqual(TEXT);
  });

  it.each(Object.entries(heat))('of the days in %s let the number on them be read', (name, steps) => {
    const { ink, ink2 } = themes[name as keyof typeof heat];
    const [last, ...others] = [...steps].reverse();
    expect(contrast(white, last ?? '')).toBeGreaterThanOrEqual(TEXT);
    for (const ground of others) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(ink2, heatNone)).toBeGreaterThanOrEqual(TEXT);
  });

  it('of mourning are sea, sky and grey: neither red nor gold nor the green of a thing done', () => {
    const colours = [...Object.values(themes.funeral), ...Object.values(calmSemantic).flatMap(Object.values<string>)];
    expect(colours.filter((colour) => !isCalmColour(colour))).toEqual([]);
    for (const theme of ['marriage', 'relief'] as const) expect(isCalmColour(themes[theme].primary)).toBe(false);
  });
});

describe('the sizes', () => {
  it('of elder mode are larger than the usual ones, and none is below 18', () => {
    for (const role of Object.keys(type.normal) as (keyof typeof type.normal)[]) {
      expect(type.elder[role][0]).toBeGreaterThan(type.normal[role][0]);
      expect(type.elder[role][0]).toBeGreaterThanOrEqual(18);
    }
    expect(target).toEqual({ normal: 44, elder: 60 });
  });

  it('leave room between lines: at least 1.2 of the size', () => {
    for (const [size, line] of [...Object.values(type.normal), ...Object.values(type.elder)]) {
      expect(line / size).toBeGreaterThanOrEqual(1.2);
    }
  });
});

it('the style sheet is the one the tokens stand for', () => {
  expect(readFileSync(path.resolve(__dirname, 'tokens.scss'), 'utf8')).toBe(tokensCss());
});

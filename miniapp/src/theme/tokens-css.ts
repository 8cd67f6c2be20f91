import {
  calmSemantic,
  heat,
  heatNone,
  radius,
  semantic,
  space,
  surface,
  type Theme,
  target,
  themes,
  type,
} from './tokens';

const kebab = (name: string): string => name.replace(/[A-Z0-9]/g, (part) => `-${part.toLowerCase()}`);

/** The style sheet the tokens stand for; `tokens.scss` is this text, and a test says so. */
export function tokensCss(): string {
  return [
    '// Made from tokens.ts by `npx tsx miniapp/scripts/write-tokens.ts`; do not edit.',
    block('page,\n.theme', [
      ...variables(surface),
      ...states(semantic),
      ...Object.entries(space).map(([step, size]) => `--space-${step}: ${size}PX`),
      ...Object.entries(radius).map(([name, size]) => `--radius-${name}: ${size}PX`),
    ]),
    block('page,\n.theme-base', [...theme(themes.base), ...heatOf(heat.base)]),
    block(
      'page,\n.theme',
      Object.entries(themes).flatMap(([name, { soft, onSoft }]) => [
        `--door-${name}: ${soft}`,
        `--door-${name}-ink: ${onSoft}`,
      ]),
    ),
    ...Object.entries(themes)
      .filter(([name]) => name !== 'base')
      .map(([name, colours]) => block(`.theme-${name}`, theme(colours))),
    block('.theme-marriage', heatOf(heat.marriage)),
    block('.theme-funeral', states(calmSemantic)),
    block('.theme', [...typeScale('normal'), `--target: ${target.normal}PX`]),
    block('.theme.elder', [...typeScale('elder'), `--target: ${target.elder}PX`]),
    '',
  ].join('\n');
}

function theme(colours: Theme): string[] {
  return variables({ ...colours });
}

function states(pairs: Readonly<Record<string, { readonly ink: string; readonly soft: string }>>): string[] {
  return Object.entries(pairs).flatMap(([name, { ink, soft }]) => [`--${name}: ${ink}`, `--${name}-soft: ${soft}`]);
}

function heatOf(steps: readonly string[]): string[] {
  return [...steps.map((colour, step) => `--heat-${step + 1}: ${colour}`), `--heat-none: ${heatNone}`];
}

function variables(values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).map(([name, value]) => `--${kebab(name)}: ${value}`);
}

/** `--text-scale` is what the resident chose in WeChat (1 … 1.4); elder mode has its own larger sizes instead. */
function typeScale(mode: keyof typeof type): string[] {
  const scaled = (size: number) => (mode === 'normal' ? `calc(${size}PX * var(--text-scale, 1))` : `${size}PX`);
  return Object.entries(type[mode]).flatMap(([role, [size, line]]) => [
    `--text-${role}: ${scaled(size)}`,
    `--line-${role}: ${scaled(line)}`,
  ]);
}

function block(selector: string, lines: readonly string[]): string {
  return `\n${selector} {\n${lines.map((line) => `  ${line};`).join('\n')}\n}`;
}

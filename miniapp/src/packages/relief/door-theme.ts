import type { ThemeName } from '../../theme/tokens';

const themes: Readonly<Record<string, ThemeName>> = { farewell: 'funeral', elder: 'eldercare' };

/** What stands behind a door wears the colours of that part of life, and leads to its own people first. */
export function themeBehind(door: string): ThemeName {
  return themes[door] ?? 'relief';
}

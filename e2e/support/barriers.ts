import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * Serious and critical barriers of the page on screen, in words: rule, help, where. All rules are looked at, and only what
 * breaks one is told. The legacy mode leaves out one thing, frames from another origin, of which our pages have none;
 * without it axe sums up in a new tab each time, which costs three times as much.
 */
export async function barriersOn(page: Page): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

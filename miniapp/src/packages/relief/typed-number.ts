import type { FactDefinition } from '@jinmen/shared/facts/fact';
import { yuan } from '@jinmen/shared/kernel/money';
import { wizard } from '../../copy/wizard';

export type Typed = { readonly value: number } | { readonly problem: string };

type NumberDefinition = Extract<FactDefinition, { type: 'count' | 'money' }>;

/**
 * Reads a number as people type it: full-width digits, thousands separators, spaces, 元, 万. Money is typed in yuan and
 * becomes fen. What cannot be read gets words that say what to type instead.
 */
export function readTyped(text: string, definition: NumberDefinition): Typed {
  const plain = plainDigits(text);
  if (plain === '') return { problem: wizard.problems.empty };
  return definition.type === 'money' ? readMoney(plain, definition.max) : readCount(plain, definition);
}

/** How a value that is already known is shown in the field again. */
export function typedText(value: number, definition: NumberDefinition): string {
  if (definition.type === 'count') return String(value);
  return value % 100 === 0 ? String(value / 100) : (value / 100).toFixed(2);
}

function plainDigits(text: string): string {
  return text
    .replace(/[０-９．－]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s,，、元人口个月]/g, '')
    .replace(/。/g, '.');
}

function readMoney(plain: string, max: number): Typed {
  const match = /^(-?)(\d{1,9})(?:\.(\d{0,4}))?(万?)$/.exec(plain);
  if (!match) return { problem: wizard.problems.notMoney };
  const [, minus = '', whole = '0', part = '', wan = ''] = match;
  if (minus !== '') return { problem: wizard.problems.negative };
  if (wan === '' && part.length > 2) return { problem: wizard.problems.notMoney };
  const scale = wan === '' ? 100 : 1_000_000;
  const fen = Number(whole) * scale + Math.round(Number(`0.${part || '0'}`) * scale);
  return fen > max ? { problem: wizard.problems.tooMuch(yuan(max)) } : { value: fen };
}

function readCount(plain: string, { min, max }: { min: number; max: number }): Typed {
  if (/^-\d+$/.test(plain)) return { problem: wizard.problems.negative };
  if (!/^\d{1,6}$/.test(plain)) return { problem: wizard.problems.notCount };
  const value = Number(plain);
  return value < min || value > max ? { problem: wizard.problems.countRange(min, max) } : { value };
}

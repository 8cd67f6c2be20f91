import { createHmac } from 'node:crypto';
import { type SigningKey, sameSignature } from './signature';

/**
 * The number on a pass that was scanned (`number.code.seal`) or read out (`number code`), without asking anybody: the seal
 * says that the platform made it. Undefined for any other text.
 */
export function sealedNumber(key: SigningKey, said: string): string | undefined {
  const [number = '', code = '', mark] = said
    .trim()
    .toUpperCase()
    .split(/[.\s]+/);
  return isOurs(key, number, code, mark?.toLowerCase()) ? number : undefined;
}

function isOurs(key: SigningKey, number: string, code: string, mark: string | undefined): boolean {
  const seal = (text: string): string => createHmac('sm3', key.secret).update(text).digest('hex');
  const right = String(Number.parseInt(seal(`code\n${number}`).slice(0, 12), 16) % 1_000_000).padStart(6, '0');
  if (!sameSignature(code, right)) return false;
  return mark === undefined || sameSignature(mark, seal(`pass\n${number}\n${code}`).slice(0, 32));
}

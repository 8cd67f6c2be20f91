import { ValidateIf } from 'class-validator';

/**
 * The field may be left out. Where it is sent, its other rules hold: `null` is no text and no number, and `IsOptional`, which
 * lets it pass, would hand it on to whoever was promised a text or nothing.
 */
export function MayBeAbsent(): PropertyDecorator {
  return ValidateIf(isSent);
}

/** By this the rules of a field are known for ones that wait for it to be sent. */
export const isSent = (_dto: unknown, value: unknown): boolean => value !== undefined;

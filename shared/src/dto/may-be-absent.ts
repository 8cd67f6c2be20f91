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

/** As `MayBeAbsent`, but of a body that `needs` it the field may not be left out. */
export function MayBeAbsentUnless<Dto>(needs: (dto: Dto) => boolean): PropertyDecorator {
  return ValidateIf((dto: Dto, value) => isSent(dto, value) || needs(dto));
}

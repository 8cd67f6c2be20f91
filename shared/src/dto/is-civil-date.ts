import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isCivilDate } from '../kernel/civil-date';

/** A day that exists, YYYY-MM-DD: `2026-02-30` is refused. */
export function IsCivilDate(options: ValidationOptions = {}): PropertyDecorator {
  const validator = { validate: isCivilDate, defaultMessage: () => '日期请写成 2026-01-31 这样。' };
  return ValidateBy({ name: 'isCivilDate', validator }, options);
}

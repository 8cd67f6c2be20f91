import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type FieldProblem, problems } from './problem';

const CHINESE = /[\u4e00-\u9fff]/;

/** One strict pipe for every DTO: unknown fields are refused, nothing is guessed, and no answer repeats a value. */
export function strictValidation(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => problems.invalid(errors.flatMap((error) => fieldProblems(error, ''))),
  });
}

/** Flattens class-validator's tree; a DTO's own Chinese message is kept, its built-in English ones are not shown. */
export function fieldProblems(error: ValidationError, parent: string): FieldProblem[] {
  const field = parent === '' ? error.property : `${parent}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) => {
    if (constraint === 'whitelistValidation') return { field, code: 'field.unknown', message: '没有这一项，请去掉。' };
    return { field, code: 'field.invalid', message: CHINESE.test(message) ? message : '这一项填得不对。' };
  });
  return [...own, ...(error.children ?? []).flatMap((child) => fieldProblems(child, field))];
}

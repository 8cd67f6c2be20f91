import { type ArgumentMetadata, Injectable, ValidationPipe, type ValidationPipeOptions } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { compileDto, type DtoClass, type Make, Uncompiled } from './compiled-dto';
import { type FieldProblem, problems } from './problem';

const CHINESE = /[\u4e00-\u9fff]/;

/** Unknown fields are refused, nothing is guessed, and no answer repeats a value. `compileDto` holds for these alone. */
export const STRICT: ValidationPipeOptions = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  transform: true,
  validationError: { target: false, value: false },
  exceptionFactory: (errors) => problems.invalid(errors.flatMap((error) => fieldProblems(error, ''))),
};

/**
 * The one strict pipe for every DTO. What the compiled DTO takes goes on at once; whatever else comes is
 * class-validator's to judge, and to explain.
 */
@Injectable()
export class StrictPipe extends ValidationPipe {
  private readonly makes = new Map<DtoClass, Make>();

  constructor() {
    super(STRICT);
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const made = this.toValidate(metadata) ? this.makeOf(metadata.metatype as DtoClass)(value ?? {}) : undefined;
    // the library gives and takes `any`; what comes of it is as unknown as before
    return made ?? (super.transform(value, metadata) as Promise<unknown>);
  }

  private makeOf(type: DtoClass): Make {
    const known = this.makes.get(type);
    if (known) return known;
    const compiled = compileDto(type);
    const make: Make = compiled instanceof Uncompiled ? () => undefined : compiled;
    this.makes.set(type, make);
    return make;
  }
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

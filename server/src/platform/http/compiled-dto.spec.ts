import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'node:querystring';
import { isDeepStrictEqual } from 'node:util';
import { CreateBookingDto } from '@jinmen/shared/dto/booking.dto';
import { ValidationPipe } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { Allow, IsString, MaxLength, ValidateNested } from 'class-validator';
import fc from 'fast-check';
import { anyBody, everyDto, goodBody, metadataOf, written } from '../../../test/dto-bodies';
import { compileDto, type DtoClass, Uncompiled } from './compiled-dto';
import { Problem } from './problem';
import { STRICT, StrictPipe } from './validation';

const fast = new StrictPipe();
const slow = new ValidationPipe(STRICT);
const dtos = [...everyDto()];
const made = (type: DtoClass, body: unknown) => {
  const make = compileDto(type);
  return make instanceof Uncompiled ? undefined : make(body);
};

/** The instance, or why there is none. */
async function said(pipe: ValidationPipe, metatype: DtoClass, body: unknown): Promise<unknown> {
  try {
    const value: unknown = await pipe.transform(body, { type: 'body', metatype });
    return { value };
  } catch (error) {
    return error instanceof Problem ? { refused: error.errors } : { thrown: String(error) };
  }
}

/** Whether the compiled DTO and class-validator alone say the same of one text, to the class of what they make. */
async function agreeOn(type: DtoClass, body: unknown): Promise<boolean> {
  const line = written(body);
  return isDeepStrictEqual(await said(fast, type, JSON.parse(line)), await said(slow, type, JSON.parse(line)));
}

describe('a compiled DTO', () => {
  it('is every one there is: none is left to class-validator wholly', () => {
    const uncompiled = dtos.filter(([, type]) => compileDto(type) instanceof Uncompiled).map(([name]) => name);
    expect(uncompiled).toEqual([]);
    expect(dtos.length).toBeGreaterThan(70);
  });

  it('lets null pass nowhere but where null is an answer: a field that may be absent is `MayBeAbsent`', () => {
    const nullable = [...everyDto()].flatMap(([name, type]) =>
      metadataOf(type)
        .filter((each) => each.name === 'isOptional')
        .map(({ propertyName }) => `${name}.${propertyName}`),
    );
    expect(nullable).toEqual(['PinDto.slot']);
  });

  it('stands where this spec finds it: nothing else of the server has rules of its own', () => {
    const source = join(__dirname, '../..');
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const product = files.filter((file) => !file.endsWith('spec.ts') && !file.startsWith('platform/http/'));
    const others = product.filter((file) => readFileSync(join(source, file), 'utf8').includes("'class-validator'"));
    expect(others).toEqual([]);
    expect(product.length).toBeGreaterThan(500);
  });

  it.each(dtos)('%s takes what is good without asking class-validator to walk', (_name, type) => {
    const taken = (body: unknown) => made(type, JSON.parse(written(body))) instanceof type;
    fc.assert(fc.property(goodBody(type), taken), { numRuns: 20 });
  });

  it.each(dtos)('%s says of any body what class-validator says, and makes the same of it', async (_name, type) => {
    await fc.assert(
      fc.asyncProperty(anyBody(type), (body) => agreeOn(type, body)),
      { numRuns: 60 },
    );
  });

  it.each(dtos)('%s reads an address as class-validator does', async (_name, type) => {
    const query = (body: object) => stringify(body as Record<string, string>);
    await fc.assert(
      fc.asyncProperty(goodBody(type), async (body) => {
        const [ours, theirs] = [fast, slow].map((pipe) => said(pipe, type, parse(query(body))));
        return isDeepStrictEqual(await ours, await theirs);
      }),
      { numRuns: 10 },
    );
  });
});

describe('the comparison', () => {
  class ShortDto {
    @IsString()
    word!: string;
  }

  it('finds a compiled DTO that no longer says what its class says', async () => {
    expect(await agreeOn(ShortDto, { word: 'long' })).toBe(true);
    MaxLength(3)(ShortDto.prototype, 'word');
    const difference = fc.assert(fc.asyncProperty(anyBody(ShortDto), (body) => agreeOn(ShortDto, body)));
    await expect(difference).rejects.toThrow(/Counterexample/);
  });
});

describe('what is not taken at once', () => {
  const good = { service: 'marriage', kind: 'register', windowId: 'w1', details: { a: [1, { b: null }] } };
  const proto = '"__proto__":{"role":"admin"}';

  it('is a body with anything beside its fields, however it is written', () => {
    expect(made(CreateBookingDto, good)).toStrictEqual(Object.assign(new CreateBookingDto(), good));
    for (const key of ['role', 'constructor', 'toString', 'prototype']) {
      expect(made(CreateBookingDto, { ...good, [key]: 1 })).toBeUndefined();
      expect(made(CreateBookingDto, { ...good, details: { deep: [{ [key]: 1 }] } }) === undefined).toBe(key !== 'role');
    }
    expect(made(CreateBookingDto, JSON.parse(`{${proto}}`))).toBeUndefined();
    expect(made(CreateBookingDto, { ...good, details: JSON.parse(`{"deep":{${proto}}}`) as object })).toBeUndefined();
  });

  it.each([
    ['a list', [good]],
    ['nothing', null],
    ['a list for a word', { ...good, kind: ['register'] }],
    ['an object for a word', { ...good, kind: { length: 3 } }],
    ['a list for an object', { ...good, details: [] }],
    ['a class instance for an object', { ...good, details: new Map() }],
    ['a text of 200 KB', { ...good, kind: 'x'.repeat(200_000) }],
  ])('is %s', (_what, body) => {
    expect(made(CreateBookingDto, body)).toBeUndefined();
  });

  it('shares nothing with the body it came from', () => {
    const dto = made(CreateBookingDto, good) as CreateBookingDto;
    expect(dto.details).toEqual(good.details);
    expect(dto.details === good.details || dto.details?.a === good.details.a).toBe(false);
  });
});

describe('a DTO that says what is not read here', () => {
  it('is named with the reason, and left to class-validator', async () => {
    class Changed {
      @Transform(({ value }) => String(value))
      @IsString()
      word!: string;
    }
    class Untyped {
      @ValidateNested()
      inner!: object;
    }
    class WithMethod {
      @Allow()
      word!: string;
      get loud() {
        return this.word.toUpperCase();
      }
    }
    Allow()(WithMethod.prototype, 'loud');
    const why = [Changed, Untyped, WithMethod, class Bare {}].map((type) => compileDto(type));
    expect(why.map((each) => each instanceof Uncompiled && each.why)).toEqual([
      'word: @Transform is not read',
      'inner: @ValidateNested without @Type',
      'loud: every object has one of that name',
      'it has no rules',
    ]);
    expect(await said(fast, Changed, { word: 7 })).toStrictEqual(await said(slow, Changed, { word: 7 }));
  });
});

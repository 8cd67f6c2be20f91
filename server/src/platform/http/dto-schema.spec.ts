import { CreateBookingDto } from '@jinmen/shared/dto/booking.dto';
import { PageQueryDto } from '@jinmen/shared/dto/page-query.dto';
import { RecordGrantsDto } from '@jinmen/shared/dto/record-grants.dto';
import { OtherTimeWishesDto } from '@jinmen/shared/dto/replacing.dto';
import { ReasonDto } from '@jinmen/shared/dto/staff.dto';
import { getMetadataStorage } from 'class-validator';
import { everyDto } from '../../../test/dto-bodies';
import { dtoSchema, withWords } from './dto-schema';

describe('the schema of a DTO', () => {
  it('is what its decorators say: fields, bounds, which are needed, and nothing beside them', () => {
    expect(dtoSchema(PageQueryDto)).toEqual({
      type: 'object',
      required: [],
      properties: {
        limit: { type: 'integer', minimum: 1, maximum: 50 },
        cursor: { type: 'string', maxLength: 200 },
      },
      additionalProperties: false,
    });
    expect(dtoSchema(CreateBookingDto).required).toEqual(['service', 'kind', 'windowId']);
  });

  it('has in a list what is said of each, and of the list what is said of it', () => {
    expect(dtoSchema(OtherTimeWishesDto).properties.sites).toEqual({
      type: 'array',
      maxItems: expect.any(Number),
      uniqueItems: true,
      items: { type: 'string', maxLength: 60 },
    });
    expect(dtoSchema(RecordGrantsDto).properties.results?.items).toMatchObject({
      required: ['template', 'result'],
      properties: { result: { enum: expect.arrayContaining(['accept']) } },
      additionalProperties: false,
    });
  });

  it('has a pattern that means the same without flags', () => {
    const { pattern = '' } = dtoSchema(ReasonDto).properties.reason ?? {};
    expect(['甲\n\n乙', '甲'].map((reason) => new RegExp(pattern, 'u').test(reason))).toEqual([true, false]);
  });
});

describe('the words a person wrote beside it', () => {
  const said = dtoSchema(CreateBookingDto);

  it('explain a field and loosen none', () => {
    const written = {
      type: 'object',
      required: [],
      properties: { kind: { type: 'string', example: 'marriage', maxLength: 1000 }, cats: { type: 'integer' } },
    };
    const { required, properties } = withWords(said, written);
    expect(required).toEqual(said.required);
    expect(properties?.kind).toEqual({ type: 'string', example: 'marriage', maxLength: 60 });
    expect(Object.keys(properties ?? {})).toEqual(['service', 'kind', 'windowId', 'details']);
  });

  it('say what is inside an object that the class leaves to the feature', () => {
    const details = { type: 'object', properties: { farewell: { type: 'string' } } };
    expect(withWords(said, { type: 'object', properties: { details } }).properties?.details).toEqual(details);
  });
});

it('no DTO refuses in words of ours: what is shown is Chinese, without a name of a field', () => {
  const said = [...everyDto()].flatMap(([name, type]) =>
    getMetadataStorage()
      .getTargetValidationMetadatas(type, '', false, false)
      .flatMap(({ message, propertyName }) =>
        typeof message === 'string' ? [[`${name}.${propertyName}`, message] as const] : [],
      ),
  );
  expect(said.length).toBeGreaterThan(100);
  // a built-in one, all English, is not shown (`fieldProblems`)
  const shown = said.filter(([, message]) => /[\u4e00-\u9fff]/.test(message));
  expect(shown.filter(([, message]) => /[a-z]{2}/i.test(message))).toEqual([]);
});

import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { CreateAssessmentDto } from './create-assessment.dto';
import { StandardsQueryDto } from './standards-query.dto';

/** The fields refused, each with its reasons. */
function refused(type: typeof CreateAssessmentDto | typeof StandardsQueryDto, body: unknown) {
  const errors = validateSync(plainToInstance<object, unknown>(type, body), {
    whitelist: true,
    forbidNonWhitelisted: true,
  });
  return Object.fromEntries(errors.map(({ property, constraints }) => [property, Object.values(constraints ?? {})]));
}

describe('the request for an assessment', () => {
  it.each([
    { facts: {} },
    { facts: { 'household.memberCount': 2, 'household.hukou': null } },
    { facts: {}, asOf: '2024-02-29' },
    { facts: {}, doors: ['general', 'special-family'] },
    { facts: {}, doors: [] },
  ])('takes %j', (body) => {
    expect(refused(CreateAssessmentDto, body)).toEqual({});
  });

  it.each([undefined, null, 'facts', 7])('refuses %p for facts', (facts) => {
    expect(refused(CreateAssessmentDto, { facts })).toEqual({ facts: ['没有收到您的回答，请再试一次。'] });
  });

  it.each(['2026-02-30', '2026-2-3', 'today', 20260203, {}, '9999-12-31', '0100-01-01'])(
    'refuses %p for the day',
    (asOf) => {
      expect(refused(CreateAssessmentDto, { facts: {}, asOf })).toEqual({ asOf: ['日期请写成 2026-01-31 这样。'] });
    },
  );

  it.each([
    ['one word', 'general'],
    ['a number in the list', ['general', 1]],
    ['eleven doors', Array.from({ length: 11 }, () => 'general')],
    ['a door longer than forty letters', ['x'.repeat(41)]],
  ])('refuses doors that are %s', (_, doors) => {
    expect(Object.keys(refused(CreateAssessmentDto, { facts: {}, doors }))).toEqual(['doors']);
  });

  it('refuses a field nobody asked for', () => {
    expect(Object.keys(refused(CreateAssessmentDto, { facts: {}, resident: 'x' }))).toEqual(['resident']);
  });
});

describe('the request for standards', () => {
  it('takes a day that exists, or none', () => {
    expect(refused(StandardsQueryDto, {})).toEqual({});
    expect(refused(StandardsQueryDto, { asOf: '2020-09-01' })).toEqual({});
  });

  it('refuses a day that does not exist', () => {
    expect(Object.keys(refused(StandardsQueryDto, { asOf: '2026-02-30' }))).toEqual(['asOf']);
  });
});

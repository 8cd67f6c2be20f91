import { NotFoundException } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { SealBroken } from '../sealing/envelope';
import { Problem } from './problem';
import { problemOf, traceOf } from './problem.filter';

const databaseError = (how: object) => new QueryFailedError('COMMIT', [], Object.assign(new Error(), how));

describe('an error on its way out', () => {
  it('that was meant for the caller stays as it is', () => {
    const problem = new Problem(409, 'tea.cold', '茶凉了。');
    expect(problemOf(problem)).toBe(problem);
    expect(problem.body('trace-01')).toEqual({
      type: 'urn:jinmen:problem:tea.cold',
      title: 'Conflict',
      status: 409,
      code: 'tea.cold',
      detail: '茶凉了。',
      traceId: 'trace-01',
    });
  });

  it.each([
    [Object.assign(new Error(), { code: 'FST_ERR_CTP_BODY_TOO_LARGE', statusCode: 413 }), 413, 'request.too-large'],
    [Object.assign(new Error(), { code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE' }), 415, 'request.unsupported-media-type'],
    [Object.assign(new Error(), { code: 'ECONNREFUSED' }), 503, 'server.unavailable'],
    [
      new QueryFailedError('COMMIT', [], Object.assign(new Error(), { code: 'PROTOCOL_CONNECTION_LOST' })),
      503,
      'server.unavailable',
    ],
    [databaseError({ code: 'ER_UNKNOWN_COM_ERROR', errno: 1047 }), 503, 'server.unavailable'],
    [databaseError({ code: 'ER_ERROR_DURING_COMMIT', errno: 1180 }), 503, 'server.unavailable'],
    [databaseError({ code: 'ER_LOCK_DEADLOCK', errno: 1213 }), 503, 'server.unavailable'],
    [databaseError({ code: 'ER_LOCK_WAIT_TIMEOUT', errno: 1205 }), 503, 'server.unavailable'],
    [databaseError({ code: 'SQLITE_BUSY' }), 503, 'server.unavailable'],
    [databaseError({ fatal: true }), 503, 'server.unavailable'],
    [databaseError({ code: 'ER_PARSE_ERROR', errno: 1064, fatal: true }), 500, 'server.unexpected'],
    [Object.assign(new Error(), { statusCode: 418 }), 400, 'request.bad'],
    [Object.assign(new Error(), { statusCode: 502 }), 500, 'server.unexpected'],
    [new NotFoundException('Cannot GET /张三'), 404, 'request.not-found'],
    [new TypeError('x is not a function'), 500, 'server.unexpected'],
    ['a thrown text', 500, 'server.unexpected'],
  ])('%s becomes %d %s', (error, status, code) => {
    expect(problemOf(error)).toMatchObject({ status, code });
  });

  it('names at most fifty wrong fields, however many there are', () => {
    const wrong = Array.from({ length: 20_000 }, (_, index) => ({
      field: `f${index}`,
      code: 'field.unknown',
      message: '',
    }));
    expect(new Problem(400, 'request.invalid', '', wrong).body('trace-01').errors).toHaveLength(50);
  });

  it.each([
    ['facts.household.memberCount', 'facts.household.memberCount'],
    ['members.12.id-number', 'members.12.id-number'],
    ['facts.张三', 'facts.?'],
    ['facts.11010519491231002X', 'facts.?'],
    ['a13800138000', '?'],
    ['x'.repeat(51), '?'],
  ])('says the name of a field back when it can only be one of ours: %s', (field, said) => {
    const wrong = [{ field, code: 'field.unknown', message: '' }];
    expect(new Problem(400, 'request.invalid', '', wrong).body('trace-01').errors?.[0]?.field).toBe(said);
  });

  it('says in the log what kind it was and where, and none of its words', () => {
    const driverError = Object.assign(new Error("Duplicate entry '张三' for key"), { code: 'ER_DUP_ENTRY' });
    const trace = traceOf(new QueryFailedError('INSERT', ['张三'], driverError));
    expect(trace).toMatchObject({ error: 'QueryFailedError', code: 'ER_DUP_ENTRY' });
    expect(trace.at?.[0]).toMatch(/^at .*problem\.filter\.spec\.ts/);
    expect(JSON.stringify(trace)).not.toContain('张三');
    expect(trace).not.toHaveProperty('alarm');
  });

  it('is an alarm in the log, and no other answer, where a sealed value does not open', () => {
    const broken = new SealBroken('authentication');
    expect(problemOf(broken)).toMatchObject({ status: 500, code: 'server.unexpected' });
    expect(traceOf(broken)).toMatchObject({ alarm: 'a sealed value does not open', error: 'SealBroken' });
  });
});

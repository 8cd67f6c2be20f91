import { requestId } from './request-id';

describe('the request id', () => {
  it('is the caller’s own when it is a UUID', () => {
    const given = '0b5d6f3e-8a4c-4d1e-9f60-2c7b1a9e4d55';
    expect(requestId({ 'x-request-id': given })).toBe(given);
  });

  it.each([
    '120101199001011234',
    '13800001111',
    'short',
    'x'.repeat(65),
    'line\nbreak12',
    '{"json":true}',
    '张三的请求编号一二',
  ])('is our own instead of %j', (given) => {
    expect(requestId({ 'x-request-id': given })).toMatch(/^[0-9a-f-]{36}$/);
    expect(requestId({ 'x-request-id': given })).not.toBe(given);
  });
});

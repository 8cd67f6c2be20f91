import { requestId } from './request-id';

describe('the request id', () => {
  it('is the caller’s own when it is harmless', () => {
    expect(requestId({ 'x-request-id': 'phone-0123456789' })).toBe('phone-0123456789');
  });

  it.each(['short', 'x'.repeat(65), 'line\nbreak12', '{"json":true}', '张三的请求编号一二'])(
    'is our own instead of %j',
    (given) => {
      expect(requestId({ 'x-request-id': given })).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

import { phone, resetPhone } from '../../test/taro';
import { request } from './http';

const standards = { method: 'GET', path: '/standards' } as const;

describe('a request', () => {
  beforeEach(resetPhone);

  it('without a network says so in words that calm, and throws nothing', async () => {
    phone.reply = async () => {
      throw new Error('request:fail timeout');
    };
    await expect(request(standards)).resolves.toEqual({
      kind: 'offline',
      words: '现在没有网，您填的都还在。有网了再试一次。',
    });
  });

  it('refused with a reason passes the reason on', async () => {
    phone.reply = async () => ({
      statusCode: 400,
      data: { code: 'request.bad-day', detail: '日期不对。', traceId: 't1' },
      header: {},
    });
    await expect(request(standards)).resolves.toEqual({
      kind: 'problem',
      code: 'request.bad-day',
      words: '日期不对。',
      errors: [],
      traceId: 't1',
    });
  });

  it('refused for single fields says which, and leaves out what it cannot read', async () => {
    const error = { field: 'facts.guest.count', code: 'fact.out-of-range', message: '请填 1 到 20 之间的数。' };
    phone.reply = async () => ({
      statusCode: 400,
      data: { code: 'eligibility.bad-facts', detail: '看看下面。', errors: [error, { field: 7 }, null] },
      header: {},
    });
    await expect(request(standards)).resolves.toMatchObject({ code: 'eligibility.bad-facts', errors: [error] });
  });

  it.each([
    [500, { detail: 'stack of the server' }],
    [502, '<html>bad gateway</html>'],
    [200, '<html>a login page of the hotel</html>'],
  ])('answered %s with something that is not ours never shows it to the resident', async (statusCode, data) => {
    phone.reply = async () => ({ statusCode, data, header: {} });
    await expect(request(standards)).resolves.toMatchObject({
      kind: 'problem',
      words: '我们这边出了点问题，您填的都还在。过一会儿再试，或者打 12345。',
    });
  });

  it('answered brings the data and the tag, whatever the case of the header', async () => {
    phone.reply = async () => ({ statusCode: 200, data: { version: 3 }, header: { ETag: '"3"' } });
    await expect(request(standards)).resolves.toEqual({ kind: 'ok', data: { version: 3 }, etag: '"3"' });
    phone.reply = async () => ({ statusCode: 304, data: '', header: {} });
    await expect(request({ ...standards, etag: '"3"' })).resolves.toEqual({ kind: 'not-modified' });
  });
});

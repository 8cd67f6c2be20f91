import { standardRows } from '@jinmen/shared/standards/standards';
import { phone, resetPhone } from '../../test/taro';
import { keptKeys } from './kept-on-phone';
import { refreshStandards, useStandards } from './standards';

const [row] = standardRows;
const newer = { ...row, value: 999_900 };
const answer = (statusCode: number, data: unknown) => async () => ({ statusCode, data, header: { etag: '"7"' } });

describe('the standards on the phone', () => {
  beforeEach(() => {
    resetPhone();
    useStandards.setState({ rows: standardRows, origin: 'bundled', fetchedAtMs: undefined });
  });

  it('are those in force today as the server has them, and are kept for a day without network', async () => {
    phone.reply = answer(200, { asOf: '2026-11-24', standards: [newer], version: 7 });
    await refreshStandards();
    expect(useStandards.getState()).toMatchObject({ rows: [newer], origin: 'fresh' });
    expect(JSON.parse(String(phone.stored.get(keptKeys.standards)))).toMatchObject({ rows: [newer], etag: '"7"' });
    expect(phone.requests).toHaveLength(1);
    expect(phone.requests[0]).toMatch(/^\/api\/v1\/standards\?asOf=\d{4}-\d\d-\d\d$/);
  });

  it.each([
    ['no network', async () => Promise.reject(new Error('request:fail'))],
    ['a fault of ours', answer(500, {})],
    ['half a table', answer(200, { standards: [newer, { key: 'x' }] })],
    ['an empty table', answer(200, { standards: [] })],
    ['something that is no table', answer(200, { hello: 'world' })],
  ])('stay what they were on %s', async (_what, reply) => {
    phone.reply = reply;
    await refreshStandards();
    expect(useStandards.getState()).toMatchObject({ rows: standardRows, origin: 'bundled' });
    expect(phone.stored.size).toBe(0);
  });

  it('are fresh again when the server says nothing changed', async () => {
    phone.stored.set(keptKeys.standards, JSON.stringify({ rows: [newer], fetchedAtMs: 1, etag: '"7"' }));
    phone.reply = answer(304, '');
    await refreshStandards();
    expect(useStandards.getState()).toMatchObject({ rows: [newer], origin: 'fresh' });
  });
});

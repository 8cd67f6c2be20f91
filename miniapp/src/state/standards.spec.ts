import { RULES_RELEASE } from '@jinmen/shared/catalogue';
import { standardsInForce } from '@jinmen/shared/standards/in-force';
import { standardRows } from '@jinmen/shared/standards/standards';
import { phone, resetPhone } from '../../test/taro';
import { keptKeys } from './kept-on-phone';
import {
  bundledStandards,
  originOn,
  refreshStandards,
  refreshStandardsOfAnotherDay,
  serverRulesAreNewer,
  useStandards,
} from './standards';

const [row] = standardRows;
const newer = { ...row, value: 999_900 };
const answer = (statusCode: number, data: unknown) => async () => ({ statusCode, data, header: { etag: '"7"' } });

describe('the standards on the phone', () => {
  beforeEach(() => {
    resetPhone();
    useStandards.setState(bundledStandards);
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

  it('keep a figure of this release that begins after the day they were fetched for', async () => {
    const next = standardRows.find(({ key }) => standardRows.filter((each) => each.key === key).length > 1);
    if (next === undefined) throw new Error('no figure was ever followed by another');
    const [first, second] = standardRows.filter(({ key }) => key === next.key);
    if (first === undefined || second === undefined) throw new Error('two figures were counted');
    phone.reply = answer(200, { asOf: first.from, standards: [{ ...first, value: 1 }] });
    await refreshStandards();
    const { rows } = useStandards.getState();
    const on = (day: string) => standardsInForce(rows, day as typeof first.from).find(({ key }) => key === first.key);
    expect(on(first.from)?.value).toBe(1);
    expect(on(second.from)).toEqual(second);
  });

  it('are asked for again only on another day, and once at a time', async () => {
    phone.reply = answer(200, { standards: [newer] });
    refreshStandardsOfAnotherDay();
    await refreshStandards();
    refreshStandardsOfAnotherDay();
    expect(phone.requests).toHaveLength(1);
    useStandards.setState({ asOf: '2020-01-01' as NonNullable<typeof bundledStandards.asOf> });
    refreshStandardsOfAnotherDay();
    await refreshStandards();
    expect(phone.requests).toHaveLength(2);
  });

  it('fetched yesterday are no longer fresh', () => {
    const asOf = '2026-11-23' as NonNullable<typeof bundledStandards.asOf>;
    expect(originOn({ origin: 'fresh', asOf }, asOf)).toBe('fresh');
    expect(originOn({ origin: 'fresh', asOf }, '2026-11-24' as typeof asOf)).toBe('cached');
  });

  it('tell when the server judges by newer rules, not when it is behind or only its figures are newer', () => {
    expect(serverRulesAreNewer({ rulesVersion: undefined })).toBe(false);
    expect(serverRulesAreNewer({ rulesVersion: `${RULES_RELEASE}+another` })).toBe(false);
    expect(serverRulesAreNewer({ rulesVersion: '2026.1+another' })).toBe(false);
    expect(serverRulesAreNewer({ rulesVersion: '2099.1+another' })).toBe(true);
  });

  it('are fresh again when the server says nothing changed', async () => {
    phone.stored.set(keptKeys.standards, JSON.stringify({ rows: [newer], fetchedAtMs: 1, etag: '"7"' }));
    phone.reply = answer(304, '');
    await refreshStandards();
    expect(useStandards.getState()).toMatchObject({ rows: [newer], origin: 'fresh' });
  });
});

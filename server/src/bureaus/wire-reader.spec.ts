import { BureauNonsense } from '../platform/bureau-http/bureau-answer';
import { WireReader } from './wire-reader';

const reading = (value: unknown) => new WireReader('tea-bureau', value);

describe('a sum of money in a bureau’s message', () => {
  it.each([
    ['0.00', 0],
    ['1045.00', 104_500],
    ['350.50', 35_050],
    ['999999999.99', 99_999_999_999],
  ])('%s is %d fen', (text, fen) => {
    expect(reading({ sum: text }).fen('sum')).toBe(fen);
  });

  it.each([
    '￥1,234.5元',
    '1,234.50',
    '1e309',
    '1e2',
    '-1',
    '-1.00',
    '+1.00',
    '1045',
    '1045.0',
    '1045.000',
    '.50',
    '1045.00元',
    ' 1045.00',
    '１０４５.００',
    '0x10',
    'NaN',
    'Infinity',
    '',
    '1234567890.00',
    1045,
    104.5,
    null,
    undefined,
    {},
    ['1.00'],
  ])('%p is none, and says where', (sum) => {
    expect(() => reading({ sum }).fen('sum')).toThrow(new BureauNonsense('tea-bureau', 'sum'));
  });
});

describe('a day in a bureau’s message', () => {
  it('is read as the bureau writes it', () => {
    expect(reading({ on: '20261126' }).day('on', 'yyyyMMdd')).toBe('2026-11-26');
    expect(reading({ on: '2026-11-26' }).day('on', 'yyyy-MM-dd')).toBe('2026-11-26');
    expect(reading({ from: '202701' }).firstOfMonth('from', 'yyyyMMdd')).toBe('2027-01-01');
    expect(reading({ from: '2027-01' }).firstOfMonth('from', 'yyyy-MM-dd')).toBe('2027-01-01');
  });

  it.each(['20260229', '20261301', '2026-11-26', '20261126 ', '261126', '', 20261126, null])('%p is none', (on) => {
    expect(() => reading({ on }).day('on', 'yyyyMMdd')).toThrow(BureauNonsense);
  });

  it.each(['202713', '2027', '20270101'])('%p is no month', (from) => {
    expect(() => reading({ from }).firstOfMonth('from', 'yyyyMMdd')).toThrow(BureauNonsense);
  });
});

describe('a message', () => {
  it.each([null, undefined, 'text', 3, [], [{}]])('that is %p is none', (value) => {
    expect(() => reading(value)).toThrow(BureauNonsense);
  });

  it('says the whole way to what is wrong, and not what stands there', () => {
    const message = { list: [{ name: '茶' }, { name: 42 }] };
    const names = () =>
      reading(message)
        .objects('list')
        .map((item) => item.text('name'));
    expect(names).toThrow('tea-bureau sent something unreadable in list[1].name');
  });

  it('knows only the codes that are listed, not what every object has', () => {
    expect(reading({ kind: 'G' }).code('kind', { G: 'green' })).toBe('green');
    expect(() => reading({ kind: 'toString' }).code('kind', { G: 'green' })).toThrow(BureauNonsense);
  });

  it('has no empty lists, no blank texts, no control characters and no endless ones', () => {
    expect(() => reading({ list: [] }).texts('list')).toThrow(BureauNonsense);
    expect(() => reading({ list: ['a', ' '] }).texts('list')).toThrow('list.1');
    expect(() => reading({ text: 'a\u0000' }).text('text')).toThrow(BureauNonsense);
    expect(() => reading({ text: 'a'.repeat(201) }).text('text')).toThrow(BureauNonsense);
  });
});

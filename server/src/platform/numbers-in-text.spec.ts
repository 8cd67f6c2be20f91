import fc from 'fast-check';
import { numbersMasked } from './masking';
import { numbersIn } from './numbers-in-text';

const pick = (signs: string) => fc.constantFrom(...signs);
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const birth = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-11-27'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10).replaceAll('-', ''));

/** So that the last digit makes it pass. */
function withLuhn(most: string): string {
  const sum = (number: string) =>
    [...number].reverse().reduce((total, digit, at) => {
      const counted = Number(digit) * (at % 2 ? 2 : 1);
      return total + Math.floor(counted / 10) + (counted % 10);
    }, 0);
  return `${most}${(10 - (sum(`${most}0`) % 10)) % 10}`;
}

/** A number, and which of its signs stay. */
interface Number {
  readonly signs: string;
  readonly stays: (at: number) => boolean;
}
const ends = (signs: string): Number => ({ signs, stays: (at) => at === 0 || at === signs.length - 1 });

const mobile = fc
  .tuple(fc.constantFrom('', '86', '0086', '0', '086', '860', '0860', '00860'), pick('3456789'), digits(9))
  .map(([before, two, rest]) => {
    const signs = `${before}1${two}${rest}`;
    return { signs, stays: (at: number) => at < signs.length - 8 || at >= signs.length - 4 };
  });
const idNumber = fc
  .tuple(pick('123456789'), digits(5), birth, digits(3), pick('0123456789X'), fc.constantFrom('', '43', '11'))
  .map((parts) => ends(parts.join('')));
const oldIdNumber = fc
  .tuple(pick('123456789'), digits(5), birth, digits(3))
  .filter(([, , born]) => born < '20')
  .map(([first, region, born, order]) => ends(`${first}${region}${born.slice(2)}${order}`));
const card = fc
  .tuple(pick('34569'), fc.integer({ min: 14, max: 17 }).chain(digits))
  .map(([first, rest]) => ends(withLuhn(`${first}${rest}`)));
const travel = fc
  .oneof(
    fc.tuple(pick('EGDHM'), digits(8)),
    fc.tuple(pick('HM'), digits(10)),
    fc.tuple(fc.constantFrom('EA', 'EZ', 'EJ'), digits(7)),
  )
  .map(([letters, rest]) => ends(`${letters}${rest}`));
const number: fc.Arbitrary<Number> = fc.oneof(mobile, idNumber, oldIdNumber, card, travel);

const between = fc.constantFrom(
  '',
  '',
  ' ',
  '　',
  '\t',
  '\n',
  '\u200b',
  '-',
  '—',
  '－',
  '–',
  '.',
  '．',
  '·',
  '・',
  ' - ',
);
const wide = (sign: string) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0);

/** As people type it: any width, and anything between any two of its signs. */
const typedWays = ({ signs, stays }: Number) =>
  fc.array(fc.tuple(fc.boolean(), between), { minLength: signs.length, maxLength: signs.length }).map((ways) => {
    const shown = (hides: boolean) =>
      ways
        .map(([isWide, gap], at) => {
          const sign = isWide ? wide(signs.charAt(at)) : signs.charAt(at);
          return `${hides && !stays(at) ? '*' : sign}${at < signs.length - 1 ? gap : ''}`;
        })
        .join('');
    return { typed: shown(false), masked: shown(true) };
  });

/** Words, and whatever else stands in a text and is no number of anybody’s. */
const other = fc.constantFrom(
  '打了三次电话没有人接',
  '窗口电话 022-23456789',
  '请打 12345',
  '400-810-8888',
  '回执号 JM20261125-7KQ2M9XB',
  '编号 TS20261125-23456789',
  '短号 JN-234567',
  '案号 120101202611990001',
  '2026-11-25 14:30',
  '2026.11.25—2026.11.27',
  '20261125-20261127',
  '1949年12月31日',
  '每月 1,380.50 元',
  '1500，2000，300',
  '¥104500',
  '西青区张家窝镇 302 室',
  'wx 和 X 光 3×4',
  '“。！？”',
  '𠮷é👨‍👩‍👧',
);
const words = fc.array(other, { maxLength: 4 }).map((all) => all.join('，'));

describe('a number', () => {
  it('is hidden however it was typed and wherever it stands, and nothing else of the text is changed', () => {
    const case_ = number.chain((each) => fc.tuple(typedWays(each), words, words));
    fc.assert(
      fc.property(case_, ([{ typed, masked }, before, after]) => {
        expect(numbersMasked(`${before}，${typed}；${after}`)).toEqual({
          text: `${before}，${masked}；${after}`,
          numbers: 1,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is hidden beside others, with nothing but a blank in between, too', () => {
    const one = number.chain(typedWays);
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), (all) => {
        const { text, numbers } = numbersMasked(all.map(({ typed }) => typed).join(' '));
        const least = [...all.map(({ masked }) => masked).join(' ')];
        expect([...text].every((sign, at) => sign === '*' || sign === least[at])).toBe(true);
        expect(numbers).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('said in Chinese numerals is hidden as well, though words with such signs come after it', () => {
    const said = (signs: string) => [...signs].map((sign) => '〇一二三四五六七八九'.charAt(Number(sign))).join('');
    fc.assert(
      fc.property(pick('3456789'), digits(9), (two, rest) => {
        const typed = said(`1${two}${rest}`);
        const { text } = numbersMasked(`打${typed}，一直没人接，二三十次了`);
        expect(text).toBe(`打${typed.slice(0, 3)}****${typed.slice(-4)}，一直没人接，二三十次了`);
      }),
    );
    expect(numbersMasked('打一三八一二三四五六七八一直没人接').text).toMatch(/^打一三八[*]{4}/);
  });
});

describe('a text with no number in it', () => {
  it('comes back as it was typed', () => {
    fc.assert(fc.property(words, (typed) => expect(numbersMasked(typed)).toEqual({ text: typed, numbers: 0 })));
  });

  it('or with one: sign for sign the same but for stars, and there is a star where a number was counted', () => {
    const signs = fc.array(fc.constantFrom(...'0123456789XE一三八 -．，。元\u200b'), { maxLength: 60 });
    fc.assert(
      fc.property(signs, (all) => {
        const { text, numbers } = numbersMasked(all.join(''));
        const changed = [...text].filter((sign, at) => sign !== all[at]);
        expect(new Set(changed)).toEqual(new Set(numbers > 0 ? ['*'] : []));
        expect(text).toHaveLength(all.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a long text full of numerals', () => {
  const passes = (card: string) => withLuhn(card.slice(0, -1)) === card;
  const isDay = (day: string) => {
    const [year, month, on] = [day.slice(0, 4), day.slice(4, 6), day.slice(6)].map(Number);
    const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(on)));
    return /^(18|19|20)/.test(day) && at.getUTCMonth() + 1 === month && at.getUTCDate() === on;
  };
  const isNumber = (signs: string) =>
    /^(0{0,2}86)?0?1[3-9]\d{9}$/.test(signs) ||
    (/^[1-9]\d{16}[\dX]([1-7][1-4])?$/.test(signs) && isDay(signs.slice(6, 14))) ||
    (/^[1-9]\d{14}$/.test(signs) && isDay(`19${signs.slice(6, 12)}`)) ||
    (/^[3-69]\d{15,18}$/.test(signs) && passes(signs)) ||
    /^([EGDHM]\d{8}|E[A-HJ-NP-Z]\d{7}|[HM]\d{10})$/.test(signs);

  /** Every stretch of up to twenty signs, the longest from each first: slow, and plain to see that none is left out. */
  function plainly(signs: string) {
    const found: { from: number; to: number }[] = [];
    for (let from = 0; from < signs.length; from++) {
      const ends = Array.from({ length: 20 }, (_, less) => Math.min(signs.length, from + 20 - less));
      const to = ends.find((end) => end > from && isNumber(signs.slice(from, end)));
      if (to !== undefined && to > (found.at(-1)?.to ?? 0)) found.push({ from, to });
    }
    return found;
  }

  it('has the same numbers found in it as by trying every stretch of it', () => {
    const part = fc.oneof(
      number.map(({ signs }) => signs),
      fc.stringMatching(/^[0-9EHMX]{1,20}$/),
      fc.constantFrom('19', '13', '0086', '4'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const bare = parts.join('');
        const said = [...bare.replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)))];
        expect(numbersIn(said).map(({ from, to }) => ({ from, to }))).toEqual(plainly(bare));
      }),
      { numRuns: 300 },
    );
  });

  const worst = ['一二三', '一', '三', '六', '一九九〇', 'E1 ', '1', '19', '0086 ', 'X9X', '３'];

  it.each(worst)('is matched a few times a sign, however long it is: %s', (part) => {
    const signs = [...part.repeat(Math.ceil(1000 / [...part].length))];
    const matches = jest.spyOn(RegExp.prototype, 'exec');
    try {
      numbersIn(signs);
      expect(matches.mock.calls.length / signs.length).toBeLessThanOrEqual(17);
    } finally {
      matches.mockRestore();
    }
  });
});

import { all, any } from '../../eligibility/condition';
import type { Programme } from '../../eligibility/programme';
import { clause, is, stillWithin } from '../../facts/clause';
import type { Source } from '../../kernel/source';

const MEASURES: Source = {
  document: '今晚报 2024-12-27（无丧葬补助居民丧葬补贴办法）',
  effective: '2025-01-01',
  row: 'B.4',
  confidence: 'third-party-copy',
};
const LAST_DAY: Source = {
  document: '《中华人民共和国民法典》',
  article: '第二百零三条',
  row: 'C.1',
  confidence: 'third-party-copy',
};
/** Longer than any holiday on record (nine days), which is as far as 民法典 203 may put off the last day. */
const LONGEST_HOLIDAY_DAYS = 10;

/** Where, and by when: the six months run from cremation. */
const cremated = all(
  any(
    clause('C6', '在天津的殡仪馆火化', is('deceased.cremationPlace', 'tianjin'), MEASURES),
    clause('C7', '户口在河东区天铁街道，在外地火化', is('deceased.cremationPlace', 'tiantie'), MEASURES),
    all(
      clause('C8', '在外地去世，也在外地火化', is('deceased.cremationPlace', 'died-elsewhere'), MEASURES),
      clause('C9', '外地的火化单据能不能用，由街道核定', is('deceased.cremationReceipt', true), MEASURES),
    ),
  ),
  any(
    clause('C10', '火化后六个月之内', stillWithin('deceased.cremationDay', { months: 6 }), MEASURES),
    all(
      clause(
        'C11',
        '火化后六个月零十天之内',
        stillWithin('deceased.cremationDay', { months: 6, days: LONGEST_HOLIDAY_DAYS }),
        LAST_DAY,
      ),
      clause('C12', '最后一天赶上放假的，能往后顺，由街道核定', is('deceased.lastDayWasHoliday', true), LAST_DAY),
    ),
  ),
);

export const funeralSubsidy: Programme = {
  code: 'funeral-subsidy',
  title: '丧葬补贴',
  formalName: '无丧葬补助居民丧葬补贴',
  summary: '天津户口的居民去世了，单位和保险都没有丧葬费的，家里人可以领一次补贴。',
  bureau: 'funeral-affairs',
  door: 'farewell',
  words: ['丧葬', '丧葬费', '去世', '亲人去世', '后事', '火化', '殡葬'],
  guide: {
    where: '去世的亲人户口所在的街道或乡镇。',
    papers: [
      '来领的人的身份证原件',
      '《居民死亡医学证明》原件（2026年6月底以前开的叫《居民死亡医学证明（推断）书》）',
      '天津殡仪馆的火化收据原件',
      '领补贴的表（《天津市无丧葬补助居民丧葬补贴申领表》）',
    ],
    howLong: '火化后六个月之内去办。多久有结果，待核定。注销户口的证明不用带。',
    phone: '96456',
  },
  filedAtHukouOfDeceased: { source: MEASURES },
  versions: [
    {
      from: '2025-01-01',
      rule: all(
        clause('C1', '去世的亲人是天津户口', is('deceased.hukouOutsideTianjin', false), MEASURES),
        clause('C2', '不是机关、事业单位在职或退休的人', is('deceased.wasPublicEmployee', false), MEASURES),
        clause('C3', '没有企业养老、失业、工伤保险的丧葬费', is('deceased.hasInsuranceFuneralMoney', false), MEASURES),
        clause('C4', '不是特困人员', is('deceased.receivedSpecialHardshipSupport', false), MEASURES),
        clause('C5', '没在别处领过丧葬补贴', is('deceased.funeralMoneyElsewhere', false), MEASURES),
        any(
          cremated,
          all(
            clause('C13', '还没有火化', is('deceased.cremationPlace', 'not-yet'), MEASURES),
            clause('C14', '火化后六个月之内去办，由街道核定', is('deceased.cremationReceipt', true), MEASURES),
          ),
        ),
      ),
      amount: {
        text: '每位去世的居民，领一次',
        per: 'once',
        is: { kind: 'amount', of: { standard: 'funeral-subsidy' } },
      },
    },
  ],
};

import type { CivilDate } from '../kernel/civil-date';
import type { Confidence, Source } from '../kernel/source';
import type { StandardRow, StandardUnit } from './standard';

/**
 * The figures this release knows, docs/policy-facts.md A.1, A.6, A.8, B.1 and B.3. They seed the server's table; an operator
 * The figures this release knows, docs/policy-facts.md A.1, A.6, A.8, B.1 and B.2. They seed the server's table; an operator
 * The figures this release knows, docs/policy-facts.md A.1, A.6, A.8, B.1, B.3 and B.4. They seed the server's table; an operator
 * adds later ones without a release. Where no source vouches for the days until the next known figure, the row ends.
 */
type Figure = readonly [value: number, from: CivilDate, source: Source, more?: { to?: CivilDate; note?: string }];

function figures(key: string, unit: StandardUnit, ...list: readonly Figure[]): readonly StandardRow[] {
  return list.map(([value, from, source, more]) => ({ key, value, unit, from, source, ...more }));
}

function cited(document: string, confidence: Confidence, row = 'A.1'): Source {
  return { document, row, confidence };
}

const N2009 = cited('新华网 2009-05-22', 'third-party-copy');
const N2015 = cited('天津低保标准报道 2015-03-27', 'third-party');
const N2017 = cited('天津低保标准报道 2017-04', 'third-party-copy');
const N2018 = cited('央广网 2018-04', 'third-party-copy');
const N2019 = cited('中国政府网 2019-04-03', 'official');
const N2020 = cited('河北区民政“十四五”规划', 'seed');
/** The day, and the two figures the plan does not name. */
const N2020_RURAL = cited('天津特困供养标准报道（2020-09）', 'third-party');
const N2025 = { ...cited('津民规〔2025〕6号', 'official'), effective: '2025-09-01' } as const;
const DEDUCTED = cited('天津日报 2025-09-24', 'third-party-copy', 'A.8');

const DISABILITY_GUIDE = cited('天津市残疾人两项补贴办事指南（2024-06）', 'third-party', 'B.1');

const CHILDREN = cited('新华网天津发布会报道（2025-12-17）', 'third-party-copy');
const ECO_BURIAL = { ...cited('新华社 2020-09-02', 'third-party-copy', 'B.4'), effective: '2020-01-01' } as const;
const FUNERAL = { ...cited('今晚报 2024-12-27', 'third-party-copy', 'B.4'), effective: '2025-01-01' } as const;

const HUNDRED_REPORTS = cited('天津百岁老人营养补助报道（2023–2024）', 'third-party', 'B.2');

/** T41 sets the sums, S4 still has the one subsidy by level of need in 2020. When it was split in two is not on record. */
const HOME_CARE = cited('天津居家养老服务（护理）补贴标准通知（2017）', 'third-party-copy', 'B.2');
const UNTIL_THE_SPLIT = { to: '2020-12-31', note: '后来分成服务补贴和护理补贴两份，日期没有查到' } as const;
const MEALS = cited('天津市老年助餐办法（2019）', 'third-party', 'B.2');

const YEARS_ONLY = { note: '来源只写 2023 到 2024 年，按 2023 年 1 月 1 日起算；现在发多少以区里为准' };
const MONTH_ONLY = { note: '来源只写到 4 月，按 1 日起算' };
const DAY_REPORTED = { note: '从哪天开始算待核定，这里从报道当天算起' };
const UNKNOWN_SINCE_2025 = { to: '2024-12-31', note: '2024 年以后的数额没有查到' } as const;

export const standardRows: readonly StandardRow[] = [
  ...figures('minimum-living-allowance-urban', 'fen-per-person-month', [
    43_000,
    '2009-04-01',
    N2009,
    { to: '2009-05-22', note: '之后到 2015 年的标准没有查到' },
  ]),
  ...figures('minimum-living-allowance-urban', 'fen-per-person-month', [
    70_500,
    '2015-04-01',
    N2015,
    { to: '2016-01-01', note: '2017 年 4 月前曾为 780 元，起始日没有查到' },
  ]),
  ...figures(
    'minimum-living-allowance-rural',
    'fen-per-person-month',
    [23_000, '2009-04-01', N2009, { to: '2009-05-22', note: '之后到 2015 年的标准没有查到' }],
    [54_000, '2015-04-01', N2015, { to: '2016-01-01', note: '2017 年 4 月前曾为 700 元，起始日没有查到' }],
  ),
  ...figures(
    'minimum-living-allowance',
    'fen-per-person-month',
    [86_000, '2017-04-01', N2017],
    [92_000, '2018-04-01', N2018, MONTH_ONLY],
    [98_000, '2019-04-01', N2019],
    [101_000, '2020-09-01', N2020],
    [104_500, '2025-09-01', N2025],
  ),
  ...figures('low-income-margin-grant-urban', 'fen-per-household-month', [
    21_200,
    '2015-04-01',
    N2015,
    { to: '2015-04-01', note: '之后到 2017 年 4 月没有查到' },
  ]),
  ...figures('low-income-margin-grant-rural', 'fen-per-household-month', [
    16_200,
    '2015-04-01',
    N2015,
    { to: '2015-04-01', note: '之后到 2017 年 4 月没有查到' },
  ]),
  ...figures(
    'low-income-margin-grant',
    'fen-per-household-month',
    [25_800, '2017-04-01', N2017],
    [27_600, '2018-04-01', N2018, MONTH_ONLY],
    [29_400, '2019-04-01', N2019],
    [30_300, '2020-09-01', N2020],
    [31_400, '2025-09-01', N2025, { note: '公布的数，不是按三成算出来的' }],
  ),
  ...figures(
    'special-hardship-support-urban',
    'fen-per-person-month',
    [178_000, '2018-04-01', N2018, MONTH_ONLY],
    [184_000, '2019-04-01', N2019],
    [187_000, '2020-09-01', N2020],
    [187_000, '2025-09-01', N2025],
  ),
  ...figures(
    'special-hardship-support-rural-institution',
    'fen-per-person-month',
    [178_000, '2018-04-01', N2018, MONTH_ONLY],
    [184_000, '2019-04-01', N2019],
    [187_000, '2020-09-01', N2020_RURAL],
    [187_000, '2025-09-01', N2025],
  ),
  ...figures(
    'special-hardship-support-rural-home',
    'fen-per-person-month',
    [138_000, '2018-04-01', N2018, MONTH_ONLY],
    [147_000, '2019-04-01', N2019],
    [153_000, '2020-09-01', N2020_RURAL],
    [153_000, '2025-09-01', N2025],
  ),
  ...figures('low-income-margin-multiple', 'permille', [
    1_500,
    '2017-04-01',
    cited('天津市低保边缘家庭认定口径（1.5 倍）', 'third-party', 'A.2'),
    { note: '“低于”还是“不高于”说法不一，正好等于时由街道核定' },
  ]),
  ...figures('rigid-expenditure-share', 'permille', [
    600,
    '2026-05-09',
    cited('《天津市刚性支出困难家庭认定办法（试行）》', 'third-party-copy', 'A.3'),
    { note: '哪天开始没有查到，按说它已经在用的那天起算' },
  ]),
  ...figures('temporary-assistance-urgent-months', 'months', [
    3,
    '2021-08-30',
    cited('天津日报 2021-08-30', 'third-party-copy', 'A.4'),
    { to: '2024-12-31', note: '2025 年的新办法里给多少没有查到' },
  ]),
  ...figures('low-income-margin-asset-months', 'months', [
    36,
    '2022-01-01',
    cited('天津最低生活保障边缘家庭条件（2022）', 'third-party', 'A.6'),
  ]),
  ...figures('minimum-living-allowance-asset-months', 'months', [
    24,
    '2017-04-01',
    cited('天津市低保家庭财产规定（2017–2022）', 'third-party', 'A.6'),
    { to: '2023-02-28', note: '2023-03-01 起按新办法算，数额没有公布' },
  ]),
  ...figures('basic-pension-counted-as-income', 'flag', [
    0,
    '2021-07-01',
    { ...cited('《最低生活保障审核确认办法》（民发〔2021〕57号）', 'third-party-copy', 'J1'), article: '第十三条' },
    { to: '2025-12-31', note: '“十四五”期间不算进收入；之后怎么算没有公布' },
  ]),
  ...figures('classified-deduction-severe-disability', 'fen-per-person-month', [
    100_000,
    '2025-09-24',
    DEDUCTED,
    DAY_REPORTED,
  ]),
  ...figures('classified-deduction-other-disability', 'fen-per-person-month', [
    50_000,
    '2025-09-24',
    DEDUCTED,
    DAY_REPORTED,
  ]),
  ...figures('classified-deduction-illness-a', 'fen-per-person-month', [150_000, '2025-09-24', DEDUCTED, DAY_REPORTED]),
  ...figures('classified-deduction-illness-b', 'fen-per-person-month', [100_000, '2025-09-24', DEDUCTED, DAY_REPORTED]),
  ...figures('classified-deduction-illness-c', 'fen-per-person-month', [50_000, '2025-09-24', DEDUCTED, DAY_REPORTED]),
  ...figures('disability-living-subsidy-severe', 'fen-per-person-month', [
    30_000,
    '2024-06-01',
    DISABILITY_GUIDE,
    UNKNOWN_SINCE_2025,
  ]),
  ...figures('disability-living-subsidy-other', 'fen-per-person-month', [
    16_000,
    '2024-06-01',
    DISABILITY_GUIDE,
    UNKNOWN_SINCE_2025,
  ]),
  ...figures('disability-care-subsidy', 'fen-per-person-month', [
    20_000,
    '2024-06-01',
    DISABILITY_GUIDE,
    UNKNOWN_SINCE_2025,
  ]),
  ...figures('child-basic-living', 'fen-per-person-month', [260_500, '2025-12-17', CHILDREN, DAY_REPORTED]),
  ...figures('old-age-allowance-100', 'fen-per-person-month', [50_000, '2023-01-01', HUNDRED_REPORTS, YEARS_ONLY]),
  ...figures('old-age-allowance-100-120116', 'fen-per-person-month', [
    350_000,
    '2023-01-01',
    HUNDRED_REPORTS,
    YEARS_ONLY,
  ]),
  ...figures('old-age-allowance-100-120111', 'fen-per-person-month', [
    200_000,
    '2023-01-01',
    HUNDRED_REPORTS,
    YEARS_ONLY,
  ]),
  ...figures('old-age-allowance-100-120113', 'fen-per-person-month', [
    130_000,
    '2023-01-01',
    HUNDRED_REPORTS,
    YEARS_ONLY,
  ]),
  ...figures('elder-home-care-subsidy-mild', 'fen-per-person-month', [
    20_000,
    '2017-04-01',
    HOME_CARE,
    UNTIL_THE_SPLIT,
  ]),
  ...figures('elder-home-care-subsidy-moderate', 'fen-per-person-month', [
    40_000,
    '2017-04-01',
    HOME_CARE,
    UNTIL_THE_SPLIT,
  ]),
  ...figures('elder-home-care-subsidy-severe', 'fen-per-person-month', [
    60_000,
    '2017-04-01',
    HOME_CARE,
    UNTIL_THE_SPLIT,
  ]),
  ...figures('elder-meal-subsidy', 'fen-per-meal', [
    300,
    '2019-01-01',
    MEALS,
    { note: '来源只写 2019 年，按 1 月 1 日起算；一周最多 5 次' },
  ]),
  ...figures('funeral-subsidy', 'fen-once', [180_000, '2025-01-01', FUNERAL]),
  ...figures('eco-burial-reward', 'fen-once', [100_000, '2020-01-01', ECO_BURIAL]),
  ...figures('eco-burial-service-subsidy', 'fen-once', [142_000, '2020-01-01', ECO_BURIAL]),
];

import { personalTables, tableOf } from '../catalogue/catalogue';
import { matterOf } from '../catalogue/matters';
import { KEPT, type KeepRule, keptWords } from './keeping';
import { retentionRules, staysWithoutRule } from './retention-rules';

/** 《网络安全法》第二十一条: six months of log; 《网络数据安全管理条例》第十二条: three years of what was given to others. */
const NEVER_REMOVED = ['audit_row', 'audit_chain', 'disclosure', 'legal_hold'];

it('no rule removes what the law has kept: who did what, who was given what, and what a court asked to keep', () => {
  expect(retentionRules.map(({ table }) => table).filter((table) => NEVER_REMOVED.includes(table))).toEqual([]);
});

it('none of it goes with an account that is deleted either', () => {
  const kept = personalTables.filter(({ goes }) => goes === 'kept').map(({ table }) => table);
  expect(kept).toEqual(expect.arrayContaining(['audit_row', 'disclosure', 'legal_hold']));
});

it('what is somebody’s only by another row goes with that row, and never by itself when an account is deleted', () => {
  const byOthers = personalTables.filter(({ whose = [] }) => whose.length > 0 && whose.every((tie) => 'in' in tie));
  expect(byOthers.map(({ table }) => table)).toContain('relief_application_subject');
  expect(byOthers.filter(({ goes }) => goes !== 'kept').map(({ table }) => table)).toEqual([]);
});

function isOver(table: string): boolean {
  const { partOf } = tableOf(table);
  return retentionRules.some((rule) => rule.table === table) || (partOf !== undefined && isOver(partOf.table));
}

describe('where days are promised', () => {
  const promised = personalTables.filter(({ matter }) => {
    const rule: KeepRule = KEPT[matterOf(matter).kept];
    return rule.kind === 'days';
  });

  it('a rule removes the rows when they are over, or it is said why they stay', () => {
    const tables = promised.map(({ table }) => table);
    expect(tables.filter((table) => !isOver(table) && !(table in staysWithoutRule))).toEqual([]);
    expect(tables).toEqual(expect.arrayContaining(['mandate', 'marriage_divorce', 'verified_death', 'outbox_message']));
  });

  it('nothing is said to stay that a rule removes, or that nobody promised', () => {
    const tables = promised.map(({ table }) => table);
    expect(Object.keys(staysWithoutRule).filter((table) => isOver(table) || !tables.includes(table))).toEqual([]);
  });

  it('the words in front and behind make one sentence with the days', () => {
    expect(keptWords('farewells', { farewells: 365 })).toBe(
      '从登记撤回那天起，留 365 天（1 年）（示例，待民政局核定）；办完的，一直给家人留着',
    );
    expect(keptWords('consents', { consents: 30 })).toBe(
      '账号在，就一直留着；删了账号，从您每次回答起，留 30 天（示例，待民政局核定）',
    );
  });
});

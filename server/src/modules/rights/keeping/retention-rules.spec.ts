import { personalTables } from '../catalogue/catalogue';
import { retentionRules } from './retention-rules';

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

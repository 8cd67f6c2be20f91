import type { FieldValues, HouseholdMember } from '@jinmen/shared/applications/field';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import {
  afterSaving,
  chooseSide,
  clashesOf,
  edit,
  hasUnsent,
  nothingUnsent,
  readyToSend,
  reconcile,
  settleTyped,
  shownFields,
  type,
  unsentFrom,
} from './unsent';

const PHONE = 'applicant.phone';
const ADDRESS = 'applicant.address';
const MEMBERS = 'household.members';

const onServer = (fields: FieldValues, changedAt: Record<string, string> = {}): ApplicationView => ({
  id: 'a',
  version: 3,
  state: 'draft',
  programmes: ['minimum-living-allowance'],
  fields,
  changedAt,
  updatedAt: '2026-11-25T01:00:00Z',
  atTheStreet: [],
  cases: [],
  evaluations: [],
});
const member = (id: string, name: string): HouseholdMember => ({ id, name, idNumber: `1${id}`, relation: 'child' });

describe('what is not on the server yet', () => {
  it('stands on the screen over what the server has', () => {
    const unsent = edit(nothingUnsent, { [PHONE]: '1' }, { [PHONE]: '2' }, 5);
    expect(shownFields(onServer({ [PHONE]: '1', [ADDRESS]: '里' }), unsent)).toEqual({ [PHONE]: '2', [ADDRESS]: '里' });
  });

  it('is nothing when the same answer is given again', () => {
    expect(hasUnsent(edit(nothingUnsent, { [PHONE]: '1' }, { [PHONE]: '1' }, 5))).toBe(false);
  });

  it('is still sent when it was changed back while the change was on its way', () => {
    const first = edit(nothingUnsent, { [PHONE]: '1' }, { [PHONE]: '2' }, 5);
    const back = edit(first, { [PHONE]: '1' }, { [PHONE]: '1' }, 6);
    const after = afterSaving(back, first.edits, { [PHONE]: '2' });
    expect(readyToSend(after, onServer({ [PHONE]: '2' }))).toMatchObject({ [PHONE]: { value: '1', over: '2' } });
  });

  it('is settled by a save, but not what was changed again meanwhile', () => {
    const first = edit(nothingUnsent, {}, { [PHONE]: '1', [ADDRESS]: '里' }, 5);
    const again = edit(first, {}, { [PHONE]: '2' }, 6);
    const after = afterSaving(again, first.edits, { [PHONE]: '1', [ADDRESS]: '里' });
    expect(after.edits).toEqual({ [PHONE]: { value: '2', over: '1', atMs: 6 } });
  });

  it('holds what is half typed until it is settled', () => {
    const typed = type(nothingUnsent, { question: 'wages', text: '12百' });
    expect(hasUnsent(typed)).toBe(true);
    expect(hasUnsent(settleTyped(typed, 'wages'))).toBe(false);
  });

  it('comes whole out of the vault, and of what is broken only the whole parts', () => {
    const unsent = type(edit(nothingUnsent, {}, { [PHONE]: '1' }, 5), { question: 'wages', text: '12' });
    expect(unsentFrom(JSON.parse(JSON.stringify(unsent)))).toEqual(unsent);
    expect(unsentFrom({ edits: { [PHONE]: 'x' }, typed: { a: { question: 'a' } } })).toEqual({
      edits: {},
      typed: { a: { question: 'a' } },
    });
    expect(unsentFrom('old')).toBe(nothingUnsent);
  });
});

describe('two phones on one draft', () => {
  const here = edit(nothingUnsent, { [PHONE]: '1', [ADDRESS]: '里' }, { [PHONE]: '2' }, 5);

  it('do not clash where only the other one changed something', () => {
    const server = onServer({ [PHONE]: '1', [ADDRESS]: '巷' });
    expect(clashesOf(here, server)).toEqual([]);
    expect(shownFields(server, here)).toEqual({ [PHONE]: '2', [ADDRESS]: '巷' });
    expect(Object.keys(readyToSend(here, server))).toEqual([PHONE]);
  });

  it('clash where both changed one field: both are told, with their times, and nothing of it is sent', () => {
    const server = onServer({ [PHONE]: '3' }, { [PHONE]: '2026-11-25T02:00:00Z' });
    expect(clashesOf(here, server)).toEqual([
      { field: PHONE, mine: '2', mineAtMs: 5, theirs: '3', theirsAt: '2026-11-25T02:00:00Z' },
    ]);
    expect(readyToSend(here, server)).toEqual({});
  });

  it('do not clash when both say the same', () => {
    const server = onServer({ [PHONE]: '2' });
    expect(clashesOf(here, server)).toEqual([]);
    expect(hasUnsent(reconcile(here, server.fields))).toBe(false);
  });

  it('are settled by the resident: mine is sent over theirs, theirs is taken', () => {
    const server = onServer({ [PHONE]: '3' });
    const mine = chooseSide(here, server.fields, PHONE, 'mine');
    expect(clashesOf(mine, server)).toEqual([]);
    expect(readyToSend(mine, server)).toMatchObject({ [PHONE]: { value: '2' } });
    expect(shownFields(server, chooseSide(here, server.fields, PHONE, 'theirs'))).toEqual({ [PHONE]: '3' });
  });

  it('put people together who were added on either side', () => {
    const [a, b, c] = [member('a', '甲'), member('b', '乙'), member('c', '丙')];
    const added = edit(nothingUnsent, { [MEMBERS]: [a] }, { [MEMBERS]: [a, b] }, 5);
    const server = onServer({ [MEMBERS]: [a, c] });
    const together = reconcile(added, server.fields);
    expect(clashesOf(together, server)).toEqual([]);
    expect(shownFields(server, together)[MEMBERS]).toEqual([a, c, b]);
  });

  it('leave out whom one side took out, and keep the other side’s change of somebody else', () => {
    const [a, b] = [member('a', '甲'), member('b', '乙')];
    const gone = edit(nothingUnsent, { [MEMBERS]: [a, b] }, { [MEMBERS]: [b] }, 5);
    const renamed = { ...b, name: '新' };
    const server = onServer({ [MEMBERS]: [a, renamed] });
    expect(shownFields(server, reconcile(gone, server.fields))[MEMBERS]).toEqual([renamed]);
  });

  it('clash over one person changed differently on both', () => {
    const a = member('a', '甲');
    const changed = edit(nothingUnsent, { [MEMBERS]: [a] }, { [MEMBERS]: [{ ...a, name: '这' }] }, 5);
    const server = onServer({ [MEMBERS]: [{ ...a, name: '那' }] });
    expect(clashesOf(reconcile(changed, server.fields), server)).toHaveLength(1);
  });
});

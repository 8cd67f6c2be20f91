import { ownParty, personIn } from './whose';

const holder = { role: 'holder', personId: 'p1' } as const;
const known = { accountId: 'a1', personId: 'p1' };

describe('which of a booking’s people somebody is', () => {
  it('on whose phone it was said is theirs, also before anybody knows who they are', () => {
    expect(ownParty([{ ...holder, accountId: 'a1' }], { accountId: 'a1' })?.role).toBe('holder');
  });

  it('said yes anywhere, or taken by a desk for somebody with no phone here, is theirs by who they are', () => {
    const sure = { ...holder, accountId: 'another phone', confirmedAt: new Date(0) };
    expect(ownParty([sure], known)?.role).toBe('holder');
    expect(ownParty([{ ...holder, accountId: null, confirmedAt: null }], known)?.role).toBe('holder');
  });

  it('kept on another phone with nothing said, or another person’s, is not', () => {
    expect(ownParty([{ ...holder, accountId: 'another phone', confirmedAt: null }], known)).toBeUndefined();
    expect(ownParty([{ ...holder, accountId: null }], { accountId: 'a1', personId: 'p2' })).toBeUndefined();
    expect(ownParty([{ ...holder, accountId: null }], { accountId: 'a1' })).toBeUndefined();
  });

  it('is named by their person, and of somebody else’s booking nobody is', () => {
    const booking = { parties: [{ row: { ...holder, accountId: 'a1' } }] };
    expect(personIn(booking, { accountId: 'a1' })).toBe('p1');
    expect(personIn(booking, { accountId: 'a2' })).toBeUndefined();
  });
});

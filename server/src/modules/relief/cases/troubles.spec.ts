import { instantOf } from '../../../platform/clock';
import type { KeptEvent } from './cases.repository';
import { openTroubles } from './troubles';

const event = (kind: string, more: Partial<KeptEvent> = {}): KeptEvent => ({
  id: kind,
  caseId: 'c',
  eventId: kind,
  at: instantOf(0),
  kind,
  source: 'system',
  detail: {},
  ...more,
});
const told = (kind: string, more: Partial<KeptEvent> = {}) => event(kind, { source: 'bureau', ...more });
const open = (...events: readonly KeptEvent[]) => openTroubles(events).map(({ kind }) => kind);

describe('what only a person can put right', () => {
  it('is open until the bureau goes on with the case', () => {
    expect(open(event('filing-skipped'))).toEqual(['filing-skipped']);
    expect(open(event('filing-skipped'), told('accepted'))).toEqual([]);
    expect(open(told('accepted'), event('news-unreadable'))).toEqual(['news-unreadable']);
    expect(open(event('check-unreadable'), event('check-finished'))).toEqual([]);
  });

  it('is not put right by what had no effect', () => {
    expect(open(event('news-unreadable'), told('accepted', { whyNot: 'behind' }))).toEqual(['news-unreadable']);
  });

  it('stays where an item never reached the bureau, whatever becomes of the others', () => {
    expect(open(event('item-skipped'), told('decided'))).toEqual(['item-skipped']);
  });
});

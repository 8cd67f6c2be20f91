import { instantOf } from '../clock';
import { pageOf, pageRequest } from './page';

const place = (ms: number) => ({ at: instantOf(ms), id: `row-${ms}` });
const rows = [5, 4, 3, 2, 1];

describe('a page', () => {
  it('leads on from its last row while there is one more than it shows', () => {
    const page = pageOf(rows.slice(0, 3), 2, place, String);
    expect(page.items).toEqual(['5', '4']);
    expect(pageRequest({ limit: 2, cursor: page.nextCursor ?? '' })).toEqual({ limit: 2, after: place(4) });
  });

  it.each([[[]], [[5]], [[5, 4]]])('of %j is the last', (few: number[]) => {
    expect(pageOf(few, 2, place, String)).toEqual({ items: few.map(String) });
  });

  it('holds twenty when nobody says how many', () => {
    expect(pageRequest({})).toEqual({ limit: 20 });
  });

  it.each(['', 'x', Buffer.from('2026-02-30 x').toString('base64url'), Buffer.from("' OR 1=1").toString('base64url')])(
    'is refused for the cursor %j, which nobody was given',
    (cursor) => {
      expect(() => pageRequest({ cursor })).toThrow('page.bad-cursor');
    },
  );
});

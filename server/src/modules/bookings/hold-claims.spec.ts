import type { BookableService } from './bookable-service.port';
import type { QuotaClash } from './booking-quotas.service';
import { clashProblem, isRefusal, wrongWindow } from './hold-claims.service';

// casts: of a service only its words are looked at, of a person only who it is
// cast: all that is asked of a service here
const policy = {
  title: '图书馆座位',
  kinds: [
    { code: 'quiet', title: '安静座位' },
    { code: 'farewell', title: '送别', grief: true },
  ],
} as unknown as BookableService;
const holder = { personId: 'person-1' } as Parameters<typeof clashProblem>[1]['holder'];
const stands: QuotaClash = { bookingId: 'b-1', accounts: ['anna'], people: ['person-2'] };
const told = (clash: QuotaClash, accountId?: string, kind = 'quiet') =>
  clashProblem(clash, { policy, kind, holder, ...(accountId && { accountId }) }).body('trace');

describe('the booking that stands in somebody’s way', () => {
  it('is named to whoever made it, on their phone', () => {
    expect(told(stands, 'anna')).toMatchObject({ code: 'booking.already-yours', booking: 'b-1' });
  });

  it('is named to the person who said yes to it, on any phone', () => {
    expect(told({ ...stands, people: ['person-1'] }, 'another')).toMatchObject({ booking: 'b-1' });
  });

  it.each(['somebody-else', undefined])('is named to nobody else, e.g. %s', (accountId) => {
    const body = told(stands, accountId);
    expect(body).toMatchObject({ code: 'booking.already-yours' });
    expect(JSON.stringify(body)).not.toContain('b-1');
  });

  it('is told in the words of its kind, in bereavement in others', () => {
    expect(told(stands, 'anna').detail).toContain('安静座位');
    expect(told(stands, 'anna', 'farewell').detail).not.toContain('送别');
    expect(told(stands, 'anna', 'farewell')).toMatchObject({ booking: 'b-1' });
    expect(told(stands, 'anna', 'unknown').detail).toContain('图书馆座位');
  });
});

describe('what somebody typed for a booking', () => {
  it('is refused where its service says why, and else kept, whatever its fields are called', () => {
    expect(isRefusal({ code: 'library.lamp', words: '请选要不要台灯。' })).toBe(true);
    expect(isRefusal({ code: '2086' })).toBe(false);
    expect(isRefusal({ words: '谢谢' })).toBe(false);
    expect(isRefusal({ code: 2086, words: '谢谢' })).toBe(false);
    expect(isRefusal({ code: '2086', words: ['谢谢'] })).toBe(false);
  });
});

describe('a time', () => {
  // casts: of a window only whose it is is looked at, of a service only what pool a kind has
  const pool = { service: 'library', site: 'north', kind: 'rooms' };
  const wrong = (given: object, kind = 'quiet') =>
    wrongWindow(
      { ...policy, poolOf: (_kind: string, site: string) => (site === 'north' ? 'rooms' : undefined) } as never,
      {
        service: 'library',
        kind,
      },
      { pool: { ...pool, ...given } } as never,
    )?.body('').errors;

  it('is one of the service and kind that were asked for, at a place that has them', () => {
    expect(wrong({})).toBeUndefined();
    expect(wrong({ service: 'another' })).toMatchObject([{ field: 'windowId' }]);
    expect(wrong({ kind: 'halls' })).toMatchObject([{ field: 'windowId' }]);
    expect(wrong({ site: 'south' })).toMatchObject([{ field: 'windowId' }]);
    expect(wrong({}, 'nobody offers it')).toMatchObject([{ field: 'kind' }]);
  });
});

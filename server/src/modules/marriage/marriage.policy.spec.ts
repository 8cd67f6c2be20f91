import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { checkDigit } from '@jinmen/shared/kernel/id-number';
import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { marriageSites } from '@jinmen/shared/services/marriage-registration/sites';
import type { MarriageRegistry } from '../../bureaus/marriage-registry/marriage-registry.port';
import { instantOf } from '../../platform/clock';
import type { Booking, BookingPerson } from '../bookings/bookable-service.port';
import type { HotDays } from '../openings/hot-days.port';
import type { SiteEdits } from '../openings/site-edits.port';
import type { SlotWindow } from '../slot-inventory/slot-inventory.port';
import type { Divorces } from './divorces.service';
import { MarriagePolicy } from './marriage.policy';
import { dayWordsOf } from './marriage-days';
import { deskWords, refusals } from './marriage-words';
import type { RegistryTurns } from './registry-turns.service';

/**
 * Staff changed nothing, and nobody is between the two steps of a divorce. Cast, because each stand-in has only the one
 * method these rules ask; with their databases they run in marriage.int-spec.
 */
const policy = new MarriagePolicy(
  { merged: async (_: string, sites: readonly unknown[]) => sites } as SiteEdits,
  { find: () => undefined } as unknown as HotDays,
  { refusalFor: async () => refusals.noApplication } as unknown as Divorces,
  { take: async () => undefined } as unknown as RegistryTurns,
  { passSeal: () => undefined } as unknown as MarriageRegistry,
);

function windowOn(day: CivilDate, site = 'registry-120101'): SlotWindow {
  const [startsAt, endsAt] = [`${day}T01:00:00Z`, `${day}T01:30:00Z`].map((at) => instantOf(Date.parse(at)));
  const pool = { id: 'pool', service: 'marriage-registration', site, kind: 'registration' };
  const times = { startsAt, endsAt, opensAt: startsAt, closesAt: startsAt } as SlotWindow;
  return { ...times, id: 'w', pool, day, capacity: 4, heldBack: 1, taken: 0, closed: false, version: 1, marks: {} };
}

function person(birth: CivilDate, sex: 'male' | 'female', place = '129999'): BookingPerson {
  const seventeen = `${place}${birth.replaceAll('-', '')}${sex === 'male' ? '991' : '992'}`;
  return { personId: `${place}-${birth}`, name: '示例人', idNumber: seventeen + checkDigit(seventeen), birth };
}

const admit = (kind: string, holder: BookingPerson, day: CivilDate) =>
  policy.admit({ kind, window: windowOn(day), holder, accountId: 'a', details: {} });

describe('who may marry', () => {
  it('is old enough on the day of registration, whichever of the two, however young on the day of booking', async () => {
    const groom = person('2004-12-01', 'male');
    expect(await admit('marriage', groom, '2026-11-30')).toBe(refusals.tooYoung);
    expect(await admit('marriage', groom, '2026-12-01')).toBeUndefined();
    const waits = (earliest: CivilDate) => policy.admitWaiting({ kind: 'marriage', holder: groom, earliest });
    expect([await waits('2026-11-30'), await waits('2026-12-01')]).toEqual([refusals.tooYoung, undefined]);
    // cast: the rule reads these three and nothing else of a booking
    const booking = { kind: 'marriage', window: windowOn('2026-11-30'), parties: [] as const } as unknown as Booking;
    expect(await policy.admitPartner(booking, person('2006-12-01', 'female'))).toBe(refusals.tooYoung);
    expect(await policy.admitPartner(booking, person('2006-11-30', 'female'))).toBeUndefined();
  });

  it('may come from anywhere: two from another province at any site, and neither is asked where they live', async () => {
    for (const { id } of marriageSites) {
      const window = windowOn('2026-12-01', id);
      const holder = person('1990-01-01', 'male', '530102');
      expect(await policy.admit({ kind: 'marriage', window, holder, accountId: 'a', details: {} })).toBeUndefined();
      // cast as above
      const booking = { kind: 'marriage', window, parties: [] as const } as unknown as Booking;
      expect(await policy.admitPartner(booking, person('1992-02-02', 'female', '650104'))).toBeUndefined();
    }
  });

  it('is sent to the right office when one of the two is not from the mainland, and asked nothing else', () => {
    expect(policy.readDetails('marriage', { bothMainland: false, ceremony: true })).toBe(refusals.otherOffice);
    expect(policy.readDetails('marriage', { bothMainland: true, ceremony: true, district: '120101' })).toEqual({
      bothMainland: true,
      ceremony: true,
    });
    expect(policy.readDetails('counselling', { ceremony: true })).toEqual({});
    expect(policy.readDetails('marriage', undefined)).toEqual({});
  });
});

describe('what is counted once', () => {
  it('is one active registration a person, of whatever kind, and counselling beside it', () => {
    const someone = person('1990-01-01', 'male');
    const scopes = policy.kinds.map(({ code }) => policy.quotaKeys(code, someone).map(({ scope }) => scope));
    const registration = 'marriage-registration';
    expect(scopes).toEqual([[registration], [registration], [registration], [registration], ['marriage-counselling']]);
  });
});

describe('giving a time back', () => {
  it('is limited where couples marry, and never where they part or seek counsel', () => {
    const limited = policy.kinds.filter(({ code }) => policy.cancelLimit(code)).map(({ code }) => code);
    expect(limited).toEqual(['marriage', 'replacement']);
  });
});

describe('where it is done', () => {
  it('is at every site for 结婚, and for the rest at the registries alone', () => {
    const offering = (kind: string) => marriageSites.filter(({ id }) => policy.poolOf(kind, id) !== undefined).length;
    expect(policy.kinds.map(({ code }) => offering(code))).toEqual([22, 16, 16, 16, 16]);
    expect(policy.poolOf('divorce-certificate', 'registry-120101')).toBe('divorce');
    expect([policy.poolOf('wedding', 'registry-120101'), policy.poolOf('marriage', 'town-hall')]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('what a day is called', () => {
  it.each([
    ['2026-11-26', '十月十八', undefined],
    ['2026-08-19', '七月初七', '七夕'],
    ['2027-08-08', '七月初七', '七夕'],
    ['2025-08-29', '七月初七', '七夕'],
    ['2024-08-10', '七月初七', '七夕'],
    ['2026-02-14', '腊月廿七', '情人节'],
    ['2025-07-25', '闰六月初一', undefined],
  ] as const)('%s is %s, %p', (day, lunar, hot) => {
    expect(dayWordsOf(day)).toEqual(hot === undefined ? { lunar } : { lunar, hot });
  });

  it('gives the second person less time on a hot one', () => {
    expect(policy.timers(windowOn('2026-05-20')).partnerHours).toBeLessThan(
      policy.timers(windowOn('2026-05-19')).partnerHours,
    );
  });
});

it('every refusal is plain', () => {
  const words = [...Object.values(refusals).map((refusal) => refusal.words), ...Object.values(deskWords)];
  expect(words.flatMap((text) => plainWordProblems(text))).toEqual([]);
});

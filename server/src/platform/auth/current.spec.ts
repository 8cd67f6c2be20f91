import { callerOf, rememberCaller, residentOf, staffOf } from './current';

const resident = { accountId: 'anna', sessionId: 's-1' };
const staff = { staffId: 'c', sessionId: 's', name: '示例', role: 'street-clerk', offices: ['120111001'] } as const;

describe('who sent a request', () => {
  it('is told to whoever asks for that kind of caller', () => {
    const [annas, clerks] = [{}, {}];
    rememberCaller(annas, { kind: 'resident', resident });
    rememberCaller(clerks, { kind: 'staff', staff });
    expect([residentOf(annas), staffOf(clerks)]).toEqual([resident, staff]);
    expect(callerOf(annas)).toEqual({ kind: 'resident', resident });
  });

  it('is nobody on a route nobody was asked at, and never of another kind', () => {
    const [nobodys, annas, clerks] = [{}, {}, {}];
    rememberCaller(annas, { kind: 'resident', resident });
    rememberCaller(clerks, { kind: 'staff', staff });
    expect(callerOf(nobodys)).toBeUndefined();
    for (const request of [nobodys, clerks])
      expect(() => residentOf(request)).toThrow("only a route with @Access('resident')");
    for (const request of [nobodys, annas])
      expect(() => staffOf(request)).toThrow("only a route with @Access('staff')");
  });
});

import type { Assessment, ProgrammeVerdict } from '@jinmen/shared/eligibility/assessment';
import { teaQuestions } from '../../../test/tea-house';
import { contactsFor } from '../../copy/phones';
import {
  answeredIn,
  closedDoors,
  doorsAtStart,
  type House,
  openQuestions,
  themeFor,
  waitingForDoors,
} from './open-doors';

const door = (code: string, sensitive = false) => ({ code, title: code, line: `${code}…`, sensitive });
const house: House = {
  doors: [door('back-room', true), door('general'), door('garden'), door('cellar', true)],
  questions: teaQuestions,
  programmes: [
    { code: 'tea-grant', title: '茶补', door: 'general' },
    { code: 'song-grant', title: '歌补', door: 'garden' },
    { code: 'grief-grant', title: '静补', door: 'cellar' },
  ],
};

const verdict = (
  programme: string,
  code: ProgrammeVerdict['verdict'],
  ...missing: readonly string[]
): ProgrammeVerdict => ({ programme, verdict: code, clauses: [], missing, review: [] });

const assessed = (verdicts: readonly ProgrammeVerdict[], ...notAsked: readonly string[]): Assessment => ({
  rulesVersion: '1',
  asOf: '2026-11-25',
  verdicts,
  notAsked: notAsked.map((id) => ({ id, facts: [] })),
});

describe('the doors', () => {
  it('offered at the start lead to programmes, and those that may hurt stand last', () => {
    expect(doorsAtStart(house).map(({ code }) => code)).toEqual(['general', 'garden', 'cellar']);
  });

  it('let a question come for an opened programme, unless its own door may hurt', () => {
    const open = assessed([
      verdict('tea-grant', 'need-facts', 'guest.count', 'guest.isRegular'),
      verdict('song-grant', 'need-facts', 'guest.sings'),
    ]);
    const ids = (opened: readonly string[]) => openQuestions(open, opened, house).map(({ id }) => id);
    expect(ids(['general'])).toEqual(['count']);
    expect(ids(['general', 'back-room'])).toEqual(['count', 'regular']);
    expect(ids(['garden'])).toEqual(['talents']);
    expect(ids([])).toEqual([]);
  });
});

describe('what was not asked', () => {
  const open = assessed([
    verdict('tea-grant', 'need-facts', 'guest.count'),
    verdict('song-grant', 'need-facts', 'guest.sings'),
    verdict('grief-grant', 'unlikely'),
  ]);

  it('names each closed door with the programmes that wait behind it, and no settled one', () => {
    expect(closedDoors(open, ['general'], house)).toEqual([{ door: house.doors[2], programmes: ['歌补'] }]);
    expect(closedDoors(open, ['general', 'garden'], house)).toEqual([]);
  });

  it('is no answer: its programmes do not stand among the answers', () => {
    const codes = answeredIn(open, ['general'], house).verdicts.map(({ programme }) => programme);
    expect(codes).toEqual(['tea-grant', 'grief-grant']);
  });

  it('includes an opened programme that only a question that may hurt keeps open', () => {
    const hurt = assessed([verdict('tea-grant', 'need-facts', 'guest.isRegular')], 'regular');
    expect([...waitingForDoors(hurt, ['general'], house)]).toEqual([['tea-grant', ['back-room']]]);
    expect(closedDoors(hurt, ['general'], house).map((closed) => closed.programmes)).toEqual([['茶补']]);
    expect(waitingForDoors(hurt, ['general', 'back-room'], house).size).toBe(0);
  });

  it('names a door that could only add to what is settled, without a programme', () => {
    const more = assessed([verdict('tea-grant', 'likely', 'guest.isRegular')], 'regular');
    expect(closedDoors(more, ['general'], house)).toEqual([{ door: house.doors[0], programmes: [] }]);
  });

  it('never loses a programme: each is answered or waits behind a door that can be opened', () => {
    for (const opened of [[], ['general'], ['garden', 'cellar']]) {
      const waiting = waitingForDoors(open, opened, house);
      const answered = answeredIn(open, opened, house).verdicts.map(({ programme }) => programme);
      expect([...answered, ...waiting.keys()].sort()).toEqual(house.programmes.map(({ code }) => code).sort());
      const offered = closedDoors(open, opened, house).map((closed) => closed.door.code);
      for (const doors of waiting.values()) expect(offered).toEqual(expect.arrayContaining([...doors]));
    }
  });
});

describe('the look of what is talked about', () => {
  it('is quiet for a farewell alone, and leads to the line that answers day and night', () => {
    expect(themeFor(['farewell'])).toBe('funeral');
    expect(contactsFor(themeFor(['farewell']))[0]?.number).toBe('96456');
  });

  it('is that of relief as soon as anything else is talked about too', () => {
    expect(themeFor(['farewell', 'general'])).toBe('relief');
    expect(themeFor(['elder'])).toBe('eldercare');
    expect(themeFor([])).toBe('relief');
  });
});

import type { Farewell } from '../farewells/farewells.port';
import type { Voyage } from '../voyages/voyages.port';
import { partyOf, voyageOf, voyageTold } from './sea-messages';

const daughter = { name: '测试女儿', idNumber: '129999197108229927' };
const farewell: Farewell = {
  id: 'f-1',
  number: 'HM-4TR8WX',
  state: 'signed-up',
  version: 3,
  accountId: 'a-1',
  phone: '13800000171',
  wantsCalls: true,
  way: 'collective',
  deceased: { name: '测试母亲', died: '2026-10-30', called: 'loved-one', hukouInTianjin: true },
  ashes: { place: 'funeral-home', bringer: 'funeral-home' },
  kinship: { relation: 'child', way: 'told', words: '材料在老家' },
  wishes: { impossible: ['2027-03-21'], proxy: 'never' },
  company: {
    aboard: 2,
    ashore: 0,
    named: [{ id: 'r-1', name: '测试父亲', where: 'aboard', age: 84, health: '随身带药' }],
  },
  papers: [{ paper: 'own-id', how: 'seen' }],
  kin: [],
  aboard: 2,
  bookingId: 'b-1',
  contested: false,
  createdAt: new Date(0),
};
const [named] = farewell.company?.named ?? [];
const passes = [
  { pass: 'JM-7KQ2M9-1', where: 'aboard' as const, ...(named && { relative: named }) },
  { pass: 'JM-7KQ2M9-2', where: 'aboard' as const, boardedAt: new Date(0) },
];

describe('a family as the funeral bureau is told of it', () => {
  it('is who signed, who died, who comes and what was shown; wishes and how they are called stay here', () => {
    const party = partyOf(farewell, daughter, passes);
    expect(party).toEqual({
      way: 'collective',
      applicant: { ...daughter, phone: '13800000171' },
      kinship: farewell.kinship,
      deceased: { name: '测试母亲', died: '2026-10-30' },
      ashes: farewell.ashes,
      travellers: [
        { pass: 'JM-7KQ2M9-1', where: 'aboard', name: '测试父亲', age: 84, health: '随身带药' },
        { pass: 'JM-7KQ2M9-2', where: 'aboard' },
      ],
      papers: [
        { paper: 'death-certificate', how: 'bring' },
        { paper: 'own-id', how: 'seen' },
      ],
    });
    const moreWishes = { ...farewell, wishes: { ...farewell.wishes, weekendsOnly: true }, version: 4 };
    expect(JSON.stringify(partyOf(moreWishes, daughter, passes))).toBe(JSON.stringify(party));
  });

  it('is signed for by whoever signed up, not by who holds the place now', () => {
    const applicant = {
      personId: 'p-1',
      name: '测试长子',
      idNumber: '129999196901019935',
      birth: '1969-01-01' as const,
    };
    expect(partyOf({ ...farewell, applicant }, daughter, []).applicant).toMatchObject({ name: '测试长子' });
  });
});

it('a voyage is the same after it waited in a message', () => {
  const at = (time: string) => new Date(`2027-03-20T${time}:00+08:00`);
  const meeting = { place: '天津市殡仪服务总站', at: at('06:30') };
  const sailing = {
    id: 'w-1',
    vessel: '示例客船',
    day: '2027-03-20',
    startsAt: at('08:30'),
    endsAt: at('11:30'),
    meeting,
  };
  // what a voyage has beside these, no message tells
  const waited = JSON.parse(JSON.stringify(voyageTold(sailing as unknown as Voyage)));
  expect(voyageOf(waited)).toEqual(sailing);
});

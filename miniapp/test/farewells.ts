import type { FarewellPlace, FarewellView, VoyageView } from '@jinmen/shared/services/sea-scattering/views';

/** A Saturday morning at sea; its figures are a demonstration. */
export const aVoyage = (change: Partial<VoyageView> = {}): VoyageView => ({
  id: 'v1',
  day: '2027-04-10',
  startsAt: '2027-04-10T00:40:00.000Z',
  endsAt: '2027-04-10T03:00:00.000Z',
  state: 'open',
  opensAt: '2026-11-01T00:00:00.000Z',
  closesAt: '2027-04-07T09:00:00.000Z',
  vessel: '示例一号船',
  meeting: { place: '示例码头', at: '2027-04-10T00:00:00.000Z' },
  timetable: [{ step: 'gather', at: '2027-04-10T00:00:00.000Z' }],
  sample: true,
  ...change,
});

/** Begun, and nothing said yet. */
export const aFarewell = (change: Partial<FarewellView> = {}): FarewellView => ({
  id: 'f1',
  number: 'HM-7KQ2M9',
  state: 'draft',
  version: 1,
  you: 'applicant',
  way: 'collective',
  deceased: {},
  ashes: {},
  kinship: {},
  wishes: { impossible: [], proxy: 'never' },
  company: { aboard: 1, ashore: 0, named: [] },
  papers: [
    { paper: 'death-certificate', how: 'bring' },
    { paper: 'own-id', how: 'bring' },
  ],
  kin: [],
  wantsCalls: false,
  open: [{ section: 'deceased', words: '逝者的姓名和去世的日子，可以以后再补。' }],
  acts: ['edit', 'sign-up', 'withdraw', 'throw-away'],
  steps: [],
  ...change,
});

/** Signed up, and waiting for a voyage. */
export const signedUp = (change: Partial<FarewellView> = {}): FarewellView =>
  aFarewell({
    state: 'signed-up',
    version: 2,
    phone: '138****5678',
    acts: ['edit', 'choose-voyage', 'invite-relative', 'withdraw'],
    steps: [{ at: '2026-11-26T01:00:00.000Z', words: '登记好了' }],
    ...change,
  });

/** A place kept until the family says yes. */
export const aPlace = (change: Partial<FarewellPlace> = {}): FarewellPlace => ({
  booking: 'b1',
  number: 'JM-3FD8K2',
  state: 'held',
  voyage: aVoyage(),
  keptUntil: '2099-11-26T07:40:00.000Z',
  ...change,
});

/** A server that keeps one farewell, as ours does: a stale version is refused with what stands. */
export function keepFarewell(first: FarewellView) {
  let farewell = first;
  const change = ({ gone, ...more }: Partial<FarewellView> & { readonly gone?: 'place' }) => {
    const { place, ...others } = farewell;
    const stays = gone === undefined && place !== undefined ? { place } : {};
    farewell = { ...others, ...stays, ...more, version: farewell.version + 1 };
  };
  return {
    now: () => farewell,
    /** On another phone, or by the server itself. */
    change,
    patch: (body: unknown) => {
      const { version, contact, ...sections } = body as Partial<FarewellView> & {
        contact?: { phone?: string; wantsCalls: boolean };
      };
      if (version !== farewell.version) return { stale: farewell };
      change({ ...sections, ...(contact && { ...contact }) });
      return { changed: farewell };
    },
  };
}

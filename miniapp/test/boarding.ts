import type {
  BoardingPassesView,
  FarewellPlace,
  FarewellView,
  SeaCertificateView,
} from '@jinmen/shared/services/sea-scattering/views';
import { aVoyage } from './farewells';

/** Two go aboard, of whom one is named; one stays with us ashore. */
export const somePasses = (change: Partial<BoardingPassesView> = {}): BoardingPassesView => ({
  farewell: 'f1',
  number: 'JM-7KQ2M9',
  state: 'confirmed',
  voyage: aVoyage(),
  passes: [
    { id: '1', name: '王*', where: 'aboard', code: '482177', token: 'JM-7KQ2M9-1.482177.aa' },
    { id: '2', name: '第 2 位', where: 'aboard', code: '015533', token: 'JM-7KQ2M9-2.015533.bb' },
    { id: '4', name: '李*', where: 'ashore', code: '990021', token: 'JM-7KQ2M9-4.990021.cc' },
  ],
  bring: ['各位自己的身份证，带着更稳当'],
  ...change,
});

export const aCertificate = (change: Partial<SeaCertificateView> = {}): SeaCertificateView => ({
  number: 'JM-7KQ2M9',
  name: '王建国',
  signUp: 'HM-7KQ2M9',
  at: '2027-04-10T01:52:00.000Z',
  day: '2027-04-10',
  vessel: '示例一号船',
  latitude: 38.93667,
  longitude: 117.97333,
  seal: '7K2QF-0M3D1-9AXB4-22C7E',
  ...change,
});

export const aPlace = (change: Partial<FarewellPlace> = {}): FarewellPlace => ({
  booking: 'b7',
  number: 'JM-7KQ2M9',
  state: 'confirmed',
  voyage: aVoyage(),
  ...change,
});

/** Signed up, with a place. */
export const aPlacedFarewell = (place: FarewellPlace | undefined, change: Partial<FarewellView> = {}) => ({
  id: 'f1',
  number: 'HM-7KQ2M9',
  state: 'signed-up',
  version: 4,
  you: 'applicant',
  way: 'collective',
  deceased: {},
  ashes: {},
  kinship: {},
  wishes: { impossible: [], proxy: 'never' },
  company: { aboard: 2, ashore: 1, named: [] },
  papers: [],
  kin: [],
  wantsCalls: false,
  open: [],
  acts: ['change-voyage', 'passes'],
  steps: [],
  ...(place && { place }),
  ...change,
});

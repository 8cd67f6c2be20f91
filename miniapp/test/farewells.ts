import type { VoyageView } from '@jinmen/shared/services/sea-scattering/views';

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

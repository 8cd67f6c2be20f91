import type { ServiceKindView, ServiceView } from '../../bookings/views';

/** One kind: whether a family goes along, has a rite of its own or leaves it to the crew is theirs to change (`SeaWay`). */
const kinds: readonly ServiceKindView[] = [
  {
    code: 'voyage',
    title: '骨灰撒海',
    line: '船开到固定的海区，家人送最后一程。去不了的，也可以请工作人员代撒。',
    parties: { least: 1, most: 1 },
    plain: true,
    grief: true,
  },
];

/** 海之眠 (docs/policy-facts.md D.1). */
export const seaScattering: ServiceView = { code: 'sea-scattering', title: '海之眠', kinds };

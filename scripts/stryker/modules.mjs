const PLATFORM = 'server/src/platform';
const SLOTS = 'server/src/modules/slot-inventory';
const BOOKINGS = 'server/src/modules/bookings';

/**
 * What Stryker mutates: `of` the files, `specs` the narrow ones that promise something of them, `least` the score below
 * which `npm run stryker` ends red. Rules, guards and services: what a module or a migration says is the matter of
 * `npm run mutants`. `on`: where the embedded database, which has one writer at a time, would not miss it. Where a whole run takes hours, `lines` says how many lines of it are looked at when nobody says.
 */
export const MODULES = {
  masking: {
    of: [`${PLATFORM}/{masking,numbers-in-text}.ts`],
    specs: [`${PLATFORM}/{masking,numbers-in-text}.spec.ts`],
    least: 80,
  },
  access: {
    of: [`${PLATFORM}/http/{access,owned,handlers}.ts`, `${PLATFORM}/auth/{access-tokens,current}.ts`],
    specs: [`${PLATFORM}/http/access*.spec.ts`, `${PLATFORM}/auth/*.spec.ts`],
    least: 90,
  },
  crypto: {
    of: [`${PLATFORM}/sealing/{data-keys,envelope,sealing,sm}.ts`, `${PLATFORM}/bureau-http/signing.ts`],
    specs: [`${PLATFORM}/sealing/*.spec.ts`, `${PLATFORM}/bureau-http/signing.spec.ts`],
    least: 80,
  },
  idempotency: {
    of: [`${PLATFORM}/idempotency/{canonical-json,idempotency,idempotency-store,idempotent}.ts`],
    on: 'mysql',
    specs: [
      `${PLATFORM}/idempotency/{canonical-json,idempotent}.spec.ts`,
      `${PLATFORM}/idempotency/{idempotency,idempotency-store,idempotent}.int-spec.ts`,
    ],
    least: 80,
  },
  eligibility: {
    of: ['shared/src/eligibility/*.ts'],
    specs: ['shared/src/eligibility/*.spec.ts'],
    least: 80,
    lines: 120,
  },
  'slot-inventory': {
    of: [`${SLOTS}/{decide-holds,slot-inventory.port,slot-inventory.service,window-store,window-opening}.ts`],
    specs: [`${SLOTS}/decide-holds.spec.ts`, `${SLOTS}/*.int-spec.ts`],
    least: 80,
    lines: 80,
  },
  bookings: {
    of: [
      `${BOOKINGS}/{booking.machine,booking-moving.service,booking-quotas.service,booking-timers,confirming.service}.ts`,
      `${BOOKINGS}/{hold-claims.service,holding.service,renewing.service,whose}.ts`,
      `${BOOKINGS}/lane/*.ts`,
    ],
    specs: [
      `${BOOKINGS}/*.spec.ts`,
      `${BOOKINGS}/lane/*spec.ts`,
      `${BOOKINGS}/{holding,booking-acts,several-windows}.int-spec.ts`,
    ],
    least: 80,
    lines: 80,
  },
};

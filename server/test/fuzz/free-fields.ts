import { facts } from '@jinmen/shared/facts/facts';
import fc, { type Arbitrary } from 'fast-check';
import { anything } from './values';

const day = fc.constantFrom('2026-10-11', '2026-11-25', '2026-12-10', '2027-02-30', '9999-12-31', '0001-01-01');
const words = fc.oneof(
  fc.constantFrom('示例', '父亲', '13800005678', '110101194901010018', '甲'.repeat(300)),
  anything,
);
const one = (...values: readonly string[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: anything });
const flag = fc.oneof(fc.boolean(), anything);
const count = fc.oneof(fc.integer({ min: -1, max: 20 }), anything);

/** Some of these fields, each by itself often good. */
const some = (fields: Readonly<Record<string, Arbitrary<unknown>>>) => fc.record({ ...fields }, { requiredKeys: [] });

const fact = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, 1, 3, 250_000, -1, 1e15, '是', 'all-tianjin'),
  anything,
);
const factNames = Object.keys(facts);
const member = some({
  id: fc.constantFrom('m1', 'm2'),
  name: words,
  idNumber: words,
  relation: fc.constantFrom('spouse', 'child', '?'),
});
const plain = ['applicant.phone', 'applicant.street', 'applicant.address', 'household.note', 'applicant.name'];
const named = some({
  ...{ id: words, name: words, age: count, where: fc.constantFrom('aboard', 'ashore', '?') },
  ...{ wheelchair: flag, health: words },
});

/** What an object holds that the description leaves to the feature, by route and field. */
const FREE: Readonly<Record<string, Arbitrary<unknown>>> = {
  'POST /eligibility/assessments facts': fc.dictionary(fc.constantFrom(...factNames), fact, { maxKeys: 8 }),
  'PATCH /relief/applications/{id} fields': fc
    .tuple(
      fc.dictionary(fc.constantFrom(...plain, ...factNames.map((name) => `fact:${name}`)), fact, { maxKeys: 6 }),
      fc.option(fc.array(member, { maxLength: 4 }), { nil: undefined }),
    )
    .map(([fields, members]) => ({ ...fields, ...(members && { 'household.members': members }) })),
  'PUT /relief/applications/{id}/payee owner': some({
    kind: fc.constantFrom('applicant', 'household-member', 'guardian', '?'),
    ...{ member: words, name: words },
  }),
  'POST /relief/applications/{id}/changes payee': some({
    way: fc.constantFrom('account', 'street', '?'),
    ...{
      owner: some({ kind: fc.constantFrom('applicant', '?') }),
      card: fc.constantFrom('bank-card', '?'),
      number: words,
    },
  }),
  'PATCH /farewells/{id} deceased': some({
    ...{
      name: words,
      idNumber: words,
      died: day,
      cremated: day,
      hukouInTianjin: flag,
      called: one('name', 'loved-one', 'deceased'),
    },
    paper: some({ form: one('certificate-2026', 'certificate-2014', 'cremation', 'other'), number: words }),
  }),
  'PATCH /farewells/{id} ashes': some({
    place: one('funeral-home', 'storage', 'at-home', 'elsewhere', 'not-cremated-yet'),
    where: words,
    bringer: one('family', 'funeral-home', 'unsure'),
  }),
  'PATCH /farewells/{id} kinship': some({
    relation: one('spouse', 'child', 'sibling', 'other'),
    ...{ way: one('hukou-book', 'birth-certificate', 'marriage-certificate', 'archive', 'told'), words },
  }),
  'PATCH /farewells/{id} wishes': some({
    ...{ impossible: fc.array(day, { maxLength: 40 }), earliest: day, latest: day, weekendsOnly: flag },
    ...{ fromAnotherCity: flag, proxy: flag, together: words },
  }),
  'PATCH /farewells/{id} company': some({ aboard: count, ashore: count, named: fc.array(named, { maxLength: 12 }) }),
  'PATCH /farewells/{id} papers': fc.array(some({ kind: words, way: words, id: words }), { maxLength: 12 }),
  'PATCH /farewells/{id} contact': some({ phone: words, wantsCalls: flag, relation: words }),
  'POST /bookings details': some({ farewell: fc.uuid(), certificates: words, language: words, wedding: flag }),
  'PUT /staff/openings/{service}/sites/{site} fields': some({
    rainPlan: words,
    address: words,
    phone: words,
    name: words,
  }),
};

export function freeFields(route: string, field: string): Arbitrary<unknown> | undefined {
  return FREE[`${route} ${field}`];
}

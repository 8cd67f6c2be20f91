import { personalTables, tableOf } from '../catalogue/catalogue';
import { ALLOWED_MATTERS, allowedOf } from './allowed-fields';

const allowed = allowedOf('somebody');
const places = Object.entries(allowed).flatMap(([table, { columns }]) =>
  Object.keys(columns).map((column) => `${table}.${column}`),
);

/** Each was thought of, and none may come in by widening the list. */
const NEVER = [
  'relief_application.fields',
  'relief_payee.choice',
  'relief_case.papers',
  'relief_case_event.detail',
  'relief_evaluation.content',
  'relief_means_check.found',
  'relief_reported_change.content',
  'relief_signature.signer',
  'relief_adult_word.said',
  'relief_adult_word.reason',
  'relief_dispute.content',
  'relief_rating.text',
  'booking.details',
  'booking.kind',
  'booking.excused_why',
  'booking_party.phone',
  'booking_decline.declined_at',
  'marriage_review.answer',
  'marriage_divorce.state',
  'waiting_entry.told',
  'farewell.content',
  'farewell_kin.said',
  'sea_memory.words',
];

describe('what a near relative may have of somebody who died', () => {
  it('is named column by column, each with words and each one that the person could have copied themself', () => {
    expect(places.length).toBeGreaterThan(10);
    for (const [name, { columns }] of Object.entries(allowed)) {
      const table = tableOf(name);
      expect([name, table.notCopied]).toEqual([name, undefined]);
      expect(Object.keys(columns).filter((column) => !(column in table.personal))).toEqual([]);
    }
  });

  it('is of three matters: none of consents, complaints, family, sign-ins, messages, help in need or who looked', () => {
    const matters = new Set(Object.keys(allowed).map((table) => tableOf(table).matter));
    expect([...matters].sort()).toEqual([...ALLOWED_MATTERS].sort());
  });

  it('holds nothing of health, income, household, marriage or what was said in confidence', () => {
    const known = personalTables.flatMap(({ table, personal }) =>
      Object.keys(personal).map((name) => `${table}.${name}`),
    );
    expect(NEVER.filter((place) => !known.includes(place))).toEqual([]);
    expect(places.filter((place) => NEVER.includes(place) || /marriage|signature|consent/.test(place))).toEqual([]);
  });

  it('of a decision says yes or no, when and how much, and never why', () => {
    const said = allowed.relief_case_item?.columns.decision;
    const refusal = {
      outcome: 'refused',
      on: '2026-11-25',
      clause: { text: '肺病住院，人均收入高于标准' },
      waysOn: [],
    };
    expect(said?.(refusal)).toMatch(/^不给，2026\s年\s11\s月\s25\s日定的$/);
    const approval = { outcome: 'approved', on: '2026-11-25', amount: { fen: 104_500, per: 'household-month' } };
    expect(said?.(approval)).toMatch(/^给，2026\s年\s11\s月\s25\s日定的，全家每月\s1,?045/);
    expect(said?.(null)).toBeUndefined();
  });
});

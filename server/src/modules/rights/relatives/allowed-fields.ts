import { dayWords } from '@jinmen/shared/kernel/day-words';
import { yuan } from '@jinmen/shared/kernel/money';
import { type Allowed, whole } from '../export/copied-rows.service';
import type { Condition } from '../owned-rows';

/** What relatives are given something of, in this order. */
export const ALLOWED_MATTERS = ['relief', 'bookings', 'farewells'] as const;

/**
 * What of somebody who died goes to a near relative (个人信息保护法 第四十九条): what was applied for and what became of it, whether
 * its account was right, what was booked, whom they sent off. Whatever is not named here is not: forms with health, income
 * and household, papers, words, signatures and what was said in confidence (ADR 0042), consents, sign-ins, family, everything
 * of marriage and divorce. Nor is what they did for somebody else: that is the other's.
 */
export function allowedOf(personId: string): Allowed {
  const ofApplication = { rows: ownMatter('application_id', personId) };
  return {
    relief_application: {
      columns: { programmes: whole, receipt_number: numberWords, state: whole, submitted_at: whole },
      rows: ownMatter('id', personId),
    },
    relief_case: { columns: { bureau: whole, office_code: whole, state: whole }, ...ofApplication },
    relief_case_item: {
      columns: { programme: whole, state: whole, decision: decisionWords },
      rows: inside('case_id', 'relief_case', ofApplication.rows),
    },
    relief_payee: { columns: { state: whole, at: whole }, ...ofApplication },
    booking: {
      columns: { number: numberWords, service: whole, site: whole, starts_at: whole, state: whole },
      rows: { sql: "service <> 'marriage-registration'", values: [] },
    },
    farewell: {
      columns: { number: numberWords, state: whole, signed_up_at: whole },
      rows: { sql: "state <> 'draft'", values: [] },
    },
    sea_certificate: { columns: { number: numberWords, day: whole } },
  };
}

/** An application that was handed in and is about them: typed for themself, or by a guardian or a helper for them. */
function ownMatter(column: string, personId: string): Condition {
  const handedIn = `${column} IN (SELECT id FROM relief_application WHERE state <> 'draft')`;
  const forThemself = `${column} NOT IN (SELECT application_id FROM relief_application_subject)`;
  const forThem = `${column} IN (SELECT s.application_id FROM relief_application_subject s
    LEFT JOIN mandate m ON m.id = s.mandate_id LEFT JOIN dependant d ON d.id = s.dependant_id
    WHERE m.principal_person_id = ? OR d.person_id = ?)`;
  return { sql: `${handedIn} AND (${forThemself} OR ${forThem})`, values: [personId, personId] };
}

function inside(column: string, table: string, { sql, values }: Condition): Condition {
  return { sql: `${column} IN (SELECT id FROM ${table} WHERE ${sql})`, values };
}

/** A number of ours is said with the word for one: a code without words stands in no copy that is read. */
function numberWords(number: unknown): unknown {
  return typeof number === 'string' ? `${number} 号` : undefined;
}

const PER: Readonly<Record<string, string>> = {
  'household-month': '全家每月',
  'person-month': '每人每月',
  once: '一次',
};

/** Yes or no, since when, and how much. Not why: reasons are made of what a household has. */
function decisionWords(decision: unknown): unknown {
  if (typeof decision !== 'object' || decision === null) return undefined;
  // cast: `Decision`, as the case keeps it; what is missing is left out
  const { outcome, on, amount } = decision as {
    readonly outcome?: string;
    readonly on?: string;
    readonly amount?: { readonly fen: number; readonly per: string };
  };
  const sum = amount === undefined ? undefined : `${PER[amount.per] ?? ''} ${yuan(amount.fen)}`.trim();
  const words = [outcome === 'approved' ? '给' : '不给', on === undefined ? undefined : `${dayWords(on)}定的`, sum];
  return words.filter((each) => each !== undefined).join('，');
}

/** What the audit calls a thing, by the table whose row it is: the first name, or in a round of re-placing the other. */
export const AUDIT_OBJECTS: Readonly<Record<string, readonly string[]>> = {
  booking: ['booking', 'replacing-subject'],
  complaint: ['complaint'],
  deceased_request: ['deceased-request'],
  dependant: ['dependant'],
  farewell: ['farewell', 'replacing-subject'],
  mandate: ['mandate'],
  notice_call: ['notice-call'],
  relief_application: ['relief-application'],
  relief_case: ['relief-case'],
  urgent_request: ['urgent-request'],
  waiting_entry: ['waiting'],
};

/** In which tables a thing of that name may stand. */
export function tablesOf(name: string): readonly string[] {
  return Object.entries(AUDIT_OBJECTS).flatMap(([table, names]) => (names.includes(name) ? [table] : []));
}

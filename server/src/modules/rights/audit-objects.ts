/** What the audit calls a thing, by the table whose row it is. */
export const AUDIT_OBJECTS: Readonly<Record<string, string>> = {
  booking: 'booking',
  complaint: 'complaint',
  deceased_request: 'deceased-request',
  dependant: 'dependant',
  farewell: 'farewell',
  mandate: 'mandate',
  notice_call: 'notice-call',
  relief_application: 'relief-application',
  relief_case: 'relief-case',
  urgent_request: 'urgent-request',
  waiting_entry: 'waiting',
};

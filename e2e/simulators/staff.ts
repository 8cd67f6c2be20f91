/** Somebody who works at an office. `offices` are street codes; none: the whole city. */
export interface StaffMember {
  readonly number: string;
  readonly name: string;
  readonly role: 'operator' | 'street-clerk' | 'auditor';
  readonly offices: readonly { readonly code: string; readonly name: string }[];
}

const XIYINGMEN = { code: '120111001', name: '西营门街道' };
const LIQIZHUANG = { code: '120111002', name: '李七庄街道' };

/** Two of each role, so that one can be seen not to see what is another's. */
export const staff: readonly StaffMember[] = [
  { number: 'J1001', name: '运营甲', role: 'operator', offices: [] },
  { number: 'J1002', name: '运营乙', role: 'operator', offices: [] },
  { number: 'J2001', name: '经办甲', role: 'street-clerk', offices: [XIYINGMEN] },
  { number: 'J2002', name: '经办乙', role: 'street-clerk', offices: [LIQIZHUANG] },
  { number: 'J3001', name: '审计甲', role: 'auditor', offices: [] },
  { number: 'J3002', name: '审计乙', role: 'auditor', offices: [] },
];

import { checkDigit } from '@jinmen/shared/kernel/id-number';

/** Somebody who works at an office. `offices` are street codes; none: the whole city. */
export interface StaffMember {
  readonly number: string;
  readonly name: string;
  /** Their own, outside the office. */
  readonly idNumber: string;
  readonly role: 'operator' | 'street-clerk' | 'auditor';
  readonly offices: readonly { readonly code: string; readonly name: string }[];
}

const XIYINGMEN = { code: '120111001', name: '西营门街道' };
const LIQIZHUANG = { code: '120111002', name: '李七庄街道' };

/** 129999 was never given to any place: nobody's number, and none of the residents'. */
function ownNumber(order: number): string {
  const seventeen = `12999919800101${order}`;
  return seventeen + checkDigit(seventeen);
}

/** Two of each role, so that one can be seen not to see what is another's. */
export const staff: readonly StaffMember[] = [
  { number: 'J1001', name: '运营甲', idNumber: ownNumber(881), role: 'operator', offices: [] },
  { number: 'J1002', name: '运营乙', idNumber: ownNumber(882), role: 'operator', offices: [] },
  { number: 'J2001', name: '经办甲', idNumber: ownNumber(883), role: 'street-clerk', offices: [XIYINGMEN] },
  { number: 'J2002', name: '经办乙', idNumber: ownNumber(884), role: 'street-clerk', offices: [LIQIZHUANG] },
  { number: 'J3001', name: '审计甲', idNumber: ownNumber(885), role: 'auditor', offices: [] },
  { number: 'J3002', name: '审计乙', idNumber: ownNumber(886), role: 'auditor', offices: [] },
];

import { officeName } from '@jinmen/shared/places/office-name';
import type { Staff, StaffRole } from '../../platform/auth/current';

/** Who is signed in at `/staff`. */
export interface StaffView {
  readonly staffId: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly offices: readonly { readonly code: string; readonly name: string }[];
}

export function staffView({ staffId, name, role, offices }: Staff): StaffView {
  return { staffId, name, role, offices: offices.map((code) => ({ code, name: officeName(code) })) };
}

/** Which offices' things they may see. A street clerk without an office sees nothing. */
export function officesOf({ role, offices }: Staff): readonly string[] | 'all' {
  return role === 'street-clerk' ? offices : 'all';
}

import { urgentKinds } from './words';

export type UrgentKind = (typeof urgentKinds)[number]['code'];

export const URGENT_KINDS: readonly UrgentKind[] = urgentKinds.map(({ code }) => code);

export function urgentKindWords(code: UrgentKind): string {
  return urgentKinds.find((kind) => kind.code === code)?.text ?? code;
}

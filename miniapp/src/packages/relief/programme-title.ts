import { programmes } from '@jinmen/shared/catalogue';

/** What people call a programme, e.g. `低保`. */
export function titleOf(code: string): string {
  return programmes.find((each) => each.code === code)?.title ?? code;
}

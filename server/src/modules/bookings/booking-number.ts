import { saidNumber } from '../../platform/said-number';

/** `JM-7KQ2M9` */
export function bookingNumber(): string {
  return saidNumber('JM');
}

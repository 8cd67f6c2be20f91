import { today } from '../_kit/clock';
import { sealedNumber } from '../_kit/sealed-pass';
import type { SigningKey } from '../_kit/signature';
import type { Appointment, RegistryBook } from './registry-book';

/** What the counter sees of a pass: good for now, or in plain words why not. */
export type PassCheck =
  | { readonly good: true; readonly appointment: Appointment }
  | { readonly good: false; readonly why: string; readonly appointment?: Appointment };

/**
 * What was scanned (`number.code.seal`) or read out (`number code`), without asking anybody: the seal says who made it, our
 * own book the rest (docs/bureaus/marriage-registry/interface.md §5).
 */
export function checkPass(book: RegistryBook, key: SigningKey, said: string): PassCheck {
  const showNo = sealedNumber(key, said);
  if (showNo === undefined) return { good: false, why: '不是平台发的通行码，或者念错了。' };
  const appointment = book.findByNumber(showNo);
  if (!appointment) return { good: false, why: '码是真的，这里还没有收到这件预约。请过一会儿再试。' };
  const why = whyNot(appointment);
  return why === undefined ? { good: true, appointment } : { good: false, why, appointment };
}

function whyNot({ state, arrivedAt, date }: Appointment): string | undefined {
  if (state === 'cancelled') return '这件预约已经取消了。';
  if (state === 'suspended') return '原来的时间不开了，两位还没有换到新的时间。';
  if (arrivedAt !== undefined) return '这个通行码已经用过了。';
  if (date !== today()) return `不是今天的，是 ${date} 的。`;
  return undefined;
}

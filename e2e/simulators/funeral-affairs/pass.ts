import { sealedNumber } from '../_kit/sealed-pass';
import type { SigningKey } from '../_kit/signature';
import type { Order, Passenger } from './order';
import { orderOfPass, type SeaBook } from './sea-book';

/** What the vessel sees of a pass: who may come aboard, or in plain words why not here. */
export type PassCheck =
  | { readonly good: true; readonly passNo: string; readonly order?: Order; readonly passenger?: Passenger }
  /** With `passNo`: the crew may still let them aboard, by what they see. */
  | { readonly good: false; readonly why: string; readonly passNo?: string };

/**
 * Without asking anybody: the seal says who made it, our own manifest the rest. A true pass whose family is not on it
 * yet comes aboard: the message about them is on its way (docs/bureaus/funeral-affairs/interface.md §4).
 */
export function checkPass(book: SeaBook, key: SigningKey, said: string, voyageNo: string): PassCheck {
  const passNo = sealedNumber(key, said);
  if (passNo === undefined) return { good: false, why: '不是平台发的登船码，或者念错了。' };
  const order = book.findByNumber(orderOfPass(passNo));
  const boarding = book.boardingOf(passNo);
  if (boarding) return { good: false, why: `这个码 ${boarding.at.slice(11, 16)} 已经上过船了。` };
  if (!order) return { good: true, passNo };
  if (order.state === 'cancelled') return { good: false, why: '这一家的位置已经取消了。请到服务台说一声。' };
  if (order.state === 'suspended') return { good: false, why: '这一家原来的船不开了，还没有换到新的。' };
  const { date, sail } = order.voyage;
  if (order.voyage.voyageNo !== voyageNo) return { good: false, why: `不是这一班的，是 ${date} ${sail} 那一班的。` };
  const passenger = order.party.persons.find((each) => each.passNo === passNo);
  if (!passenger)
    return { good: false, why: '这一家现在的名单上没有这个登船码。名单也许还没更新，请看着人决定。', passNo };
  return { good: true, passNo, order, passenger };
}

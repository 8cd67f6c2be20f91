import type { PayeeReply, PayeeView } from '@jinmen/shared/applications/payee';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { payeeWords as words } from '../../../copy/money';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';

/** Whose account the money goes to, and what is to be done about it; nothing where nothing is paid in money. */
export function PayeeCard({ view: { id, payee } }: { view: Pick<ApplicationView, 'id' | 'payee'> }) {
  if (payee === undefined || payee.change === 'over') return null;
  return (
    <Card id="payee" title={words.title}>
      {linesOf(payee).map((line, at) => (
        <Line key={line} tone={at === 0 ? 'plain' : 'quiet'}>
          {line}
        </Line>
      ))}
      <Button
        id="payee-open"
        className="card-action"
        kind={needsLook(payee.payee) ? 'primary' : 'second'}
        text={payee.payee === undefined ? words.fill : words.edit}
        onPress={() => openPage('payee', { id })}
      />
    </Card>
  );
}

export function linesOf({ payee }: Pick<PayeeReply, 'payee'>): readonly string[] {
  if (payee === undefined) return [words.none];
  if (payee.way === 'street') return [words.troubles[payee.trouble]];
  const owner = payee.ownerName === '' ? '' : words.ofName(payee.ownerName);
  return [words.account(owner, words.cards[payee.card], payee.end), words.checks[payee.check]];
}

function needsLook(payee: PayeeView | undefined): boolean {
  return payee?.check === 'mismatch' || payee?.check === 'frozen';
}

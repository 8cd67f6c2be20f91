import type { PaymentsView } from '@jinmen/shared/applications/payments';
import { render } from '@testing-library/react';
import { paymentWords as words } from '../../../copy/money';
import { Payments } from './payments';

const LIVING = 'minimum-living-allowance';
const paying: PaymentsView = {
  state: 'paying',
  plan: { fen: 30_000, per: 'month', from: '2026-10-01' },
  paid: [],
  sumFen: 0,
  changes: [{ at: '2026-11-02T02:00:00Z', fen: 44_500, from: '2026-12-01', why: '家里添了一口人' }],
};

function linesOn(day: string): string {
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse(`${day}T02:00:00Z`));
  const items = [{ programme: LIVING, state: 'approved', payments: paying }] as const;
  const cases = [{ id: 'c1', bureau: 'social-assistance', holder: '街道', state: 'paying', items }] as const;
  return render(<Payments view={{ cases }} />).container.textContent ?? '';
}

afterEach(() => jest.restoreAllMocks());

describe('what is paid, when the sum changes', () => {
  it('is announced before, and the sum until then stays', () => {
    expect(linesOn('2026-11-20')).toContain(words.planned('300 元', '2026 年 10 月'));
    expect(linesOn('2026-11-20')).toContain(words.changed('2026 年 12 月', '445 元'));
  });

  it('is paid since the month it changed, not since the first', () => {
    const lines = linesOn('2026-12-20');
    expect(lines).toContain(words.planned('445 元', '2026 年 12 月'));
    expect(lines).not.toContain('10 月');
  });
});

import type { SubjectView } from '@jinmen/shared/applications/subject';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { aDraft, signedIn } from '../../../../../test/applications';
import { resetVault } from '../../../../../test/memory-vault';
import { ok, serve, unexpected } from '../../../../../test/server';
import { phone, resetPhone } from '../../../../../test/taro';
import { payeeWords as words } from '../../../../copy/money';
import PayeePage from './index';

const ward: SubjectView = { kind: 'ward', dependantId: 'd1', name: '测*', under14: true, minor: true };
const helped: SubjectView = { kind: 'helped', mandateId: 'm', name: '测*', until: '2027-01-01', state: 'acting' };
const kept: unknown[] = [];

beforeEach(async () => {
  resetPhone();
  resetVault();
  await signedIn();
  kept.length = 0;
  phone.params = { id: 'a1' };
});
afterEach(() => expect(unexpected).toEqual([]));

async function opened(subject?: SubjectView): Promise<void> {
  const payee = { for: ['disability-care-subsidy'], change: 'free' };
  serve({
    'GET /relief/applications/a1': () => ok({ ...aDraft(), payee, ...(subject && { subject }) }),
    'PUT /relief/applications/a1/payee': ({ body }) => {
      kept.push(body);
      return ok(payee);
    },
  });
  render(<PayeePage />);
  await act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))));
}

describe('the page that asks where the money goes', () => {
  it('offers a guardian’s account for a child or ward, and asks for no name: the server knows it', async () => {
    await opened(ward);
    fireEvent.click(screen.getByText(words.guardian));
    expect(document.querySelectorAll('input')).toHaveLength(1);
    fireEvent.input(screen.getByLabelText(words.number), { target: { value: '6200000000000000018' } });
    fireEvent.click(document.querySelector('#payee-save') as Element);
    await act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))));
    expect(kept).toMatchObject([{ owner: { kind: 'guardian' }, number: '6200000000000000018' }]);
    expect(JSON.stringify(kept)).not.toContain('name');
  });

  it.each([
    ['for oneself', undefined],
    ['for somebody helped', helped],
  ])('offers none %s, because the server takes none', async (_whose, subject) => {
    await opened(subject);
    expect(screen.queryByText(words.guardian)).toBeNull();
    expect(screen.getByText(subject ? words.person : words.mine)).toBeTruthy();
  });
});

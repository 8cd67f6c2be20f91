import { act, fireEvent, render, screen } from '@testing-library/react';
import { resetVault } from '../../test/memory-vault';
import { ok, sentTo, serve } from '../../test/server';
import { phone, resetPhone } from '../../test/taro';
import { beginSession } from '../platform/session';
import { loadConsents, useConsents } from '../state/consents';
import { useTemplates } from '../state/messages';
import { MessageOffer } from './message-offer';

type State = 'given' | 'refused' | 'withdrawn' | 'outdated' | 'not-asked';

const settle = () => act(async () => new Promise((later) => setTimeout(later)));
const AGREE = '同意，微信上告诉我';
const WAY_BACK = '想收微信消息，到“我同意的事”里改。';

/** With a message to offer, at a server that remembers what was said. */
async function offered(state: State): Promise<void> {
  let said = state;
  const consent = () => ({
    ...{ purpose: 'progress-messages', title: '有进展时告诉您', text: '走了一步就发消息。', version: 1 },
    ...{ without: '不同意，就不发消息。', state: said },
  });
  serve({
    'GET /consents': () => ok({ items: [consent()] }),
    'POST /consents': ({ body }) => {
      said = (body as { state: State }).state;
      return ok(consent());
    },
    'POST /notices/grants': () => ({ status: 204 }),
  });
  await loadConsents();
  render(<MessageOffer />);
  await settle();
}

beforeEach(async () => {
  resetPhone();
  resetVault();
  useConsents.setState({ consents: undefined, trouble: undefined });
  useTemplates.setState({ templates: ['t1'] });
  await beginSession({ accessToken: 'a', refreshToken: 'r' });
});

describe('the offer of a message over WeChat', () => {
  it.each(['not-asked', 'outdated'] as const)('asks in full whoever was not asked this (%s)', async (state) => {
    await offered(state);
    expect(screen.getByText(AGREE)).toBeTruthy();
    expect(screen.getByText('走了一步就发消息。')).toBeTruthy();
  });

  it.each(['refused', 'withdrawn'] as const)(
    'asks nobody again who %s it, and names the place to change it',
    async (state) => {
      await offered(state);
      expect(screen.queryByText(AGREE)).toBeNull();
      expect(screen.queryByText('走了一步就发消息。')).toBeNull();
      fireEvent.click(screen.getByText('去“我同意的事”'));
      expect(screen.getByText(WAY_BACK)).toBeTruthy();
      expect(phone.opened).toEqual(['/packages/mine/consents/index']);
    },
  );

  it('keeps a no said to WeChat’s own question, and does not come back with the same', async () => {
    await offered('not-asked');
    phone.subscribes = 'reject';
    fireEvent.click(screen.getByText(AGREE));
    await settle();
    expect(sentTo('POST', '/consents')).toEqual([{ purpose: 'progress-messages', version: 1, state: 'refused' }]);
    expect(screen.getByText('好，先不发。')).toBeTruthy();
    expect(screen.getByText(WAY_BACK)).toBeTruthy();
    expect(screen.queryByText(AGREE)).toBeNull();
  });
});

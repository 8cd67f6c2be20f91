import { phone, resetPhone } from '../../test/taro';
import { wechatVault } from './vault-wechat';

const NAME = 'relief-kept';
const answers = { 'household.monthlyOtherIncomeFen': 240_000 };

describe('the vault in WeChat', () => {
  beforeEach(resetPhone);

  it('gives back what it was given, and forgets it for good', async () => {
    expect(await wechatVault.unseal(NAME)).toEqual({ kind: 'nothing' });
    expect(await wechatVault.seal(NAME, answers)).toEqual({ kind: 'sealed' });
    expect(String(phone.stored.get(NAME))).not.toContain('240000');
    expect(await wechatVault.unseal(NAME)).toEqual({ kind: 'opened', value: answers });
    expect(await wechatVault.destroy(NAME)).toBe(true);
    expect(await wechatVault.unseal(NAME)).toEqual({ kind: 'nothing' });
  });

  it.each(['2.21.2', '2.20.9', '1.99.99', '', '2.21'])(
    'of base library "%s" keeps nothing rather than plain text',
    async (version) => {
      phone.baseLibrary = version;
      expect(wechatVault.obstacle()).toBe('too-old');
      expect(await wechatVault.seal(NAME, answers)).toEqual({ kind: 'problem', problem: 'too-old' });
      expect(phone.stored.size).toBe(0);
    },
  );

  it.each(['2.21.3', '2.22.0', '3.0.0', '10.1.1'])('of base library "%s" can', (version) => {
    phone.baseLibrary = version;
    expect(wechatVault.obstacle()).toBeUndefined();
  });

  it('says what it cannot open, and never takes it for nothing', async () => {
    phone.stored.set(NAME, '{"plain":"text"}');
    expect(await wechatVault.unseal(NAME)).toEqual({ kind: 'problem', problem: 'unreadable' });
  });

  it('that is full, or broken, refuses without a throw', async () => {
    phone.storageBroken = true;
    expect(await wechatVault.seal(NAME, answers)).toEqual({ kind: 'problem', problem: 'refused' });
    expect(await wechatVault.unseal(NAME)).toEqual({ kind: 'problem', problem: 'unreadable' });
    expect(await wechatVault.destroy(NAME)).toBe(false);
  });
});

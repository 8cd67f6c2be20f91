import { borrowedVault } from './borrowed';
import { browserVault } from './vault-browser';
import type { Vault } from './vault-contract';
import { wechatVault } from './vault-wechat';

/** The vault of the phone this build is for; on a borrowed one, memory alone. */
export function vault(): Vault {
  return borrowedVault() ?? (process.env.TARO_ENV === 'h5' ? browserVault : wechatVault);
}

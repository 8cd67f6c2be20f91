import { browserVault } from './vault-browser';
import type { Vault } from './vault-contract';
import { wechatVault } from './vault-wechat';

/** The vault of the phone this build is for. */
export function vault(): Vault {
  return process.env.TARO_ENV === 'h5' ? browserVault : wechatVault;
}

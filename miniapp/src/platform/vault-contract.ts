/**
 * Why nothing can be kept encrypted, or be read again.
 * - `too-old`: this WeChat cannot encrypt what it keeps yet.
 * - `insecure`: the page was not opened over a secure address, where a browser offers no encryption.
 * - `refused`: the storage is full, or switched off.
 * - `unreadable`: something is kept, and this phone can no longer open it.
 */
export type VaultProblem = 'too-old' | 'insecure' | 'refused' | 'unreadable';

export type Sealed = { readonly kind: 'sealed' } | { readonly kind: 'problem'; readonly problem: VaultProblem };

export type Unsealed =
  | { readonly kind: 'opened'; readonly value: unknown }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problem'; readonly problem: VaultProblem };

/**
 * What is kept on this phone so that only this app on this phone can read it. Nothing here throws, and nothing is ever
 * kept unencrypted instead.
 */
export interface Vault {
  /** Why this phone keeps nothing, known before anything is promised; `undefined` when it can. */
  obstacle(): VaultProblem | undefined;
  /** Keeps plain data under a name; what was kept there before stands while this one is refused. */
  seal(name: string, value: unknown): Promise<Sealed>;
  unseal(name: string): Promise<Unsealed>;
  /** `false` when the phone would not let go of it. */
  destroy(name: string): Promise<boolean>;
}

import { borrowedVault } from '../src/platform/borrowed';
import type { Vault, VaultProblem } from '../src/platform/vault-contract';

/** A vault a test may look into and break. What it holds is text, as on a phone. */
export const memoryVault = {
  sealed: new Map<string, string>(),
  obstacle: undefined as VaultProblem | undefined,
  refuses: false,
  unreadable: false,
};

export function resetVault(): void {
  memoryVault.sealed.clear();
  Object.assign(memoryVault, { obstacle: undefined, refuses: false, unreadable: false });
}

const problem = (name: VaultProblem) => ({ kind: 'problem', problem: name }) as const;

const body: Vault = {
  obstacle: () => memoryVault.obstacle,
  async seal(name, value) {
    if (memoryVault.obstacle) return problem(memoryVault.obstacle);
    if (memoryVault.refuses) return problem('refused');
    memoryVault.sealed.set(name, JSON.stringify(value));
    return { kind: 'sealed' };
  },
  async unseal(name) {
    if (memoryVault.unreadable) return problem('unreadable');
    const text = memoryVault.sealed.get(name);
    return text === undefined ? { kind: 'nothing' } : { kind: 'opened', value: JSON.parse(text) };
  },
  async destroy(name) {
    if (memoryVault.refuses) return false;
    memoryVault.sealed.delete(name);
    memoryVault.unreadable = false;
    return true;
  },
};

/** As on a phone: a borrowed one has memory alone. */
export const vault = () => borrowedVault() ?? body;

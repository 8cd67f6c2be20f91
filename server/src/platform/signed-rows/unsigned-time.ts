import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions';

/** An action of the audit: from that record on a row without a signature that holds is a finding. */
export const ROWS_SIGNED = 'rows.signed';

/** What an act at another process costs the others until they have heard of it. */
const TOLD_WITHIN_MS = 10_000;

/** What the record of `signAll` is about. */
export function objectOf(name: string): string {
  return `signed-rows:${name}`;
}

/** Whether rows without a signature are still let pass: until somebody says that this is over (ADR 0040). */
@Injectable()
export class UnsignedTime {
  private readonly over = new Set<string>();
  private readonly openAtMs = new Map<string, number>();

  constructor(private readonly transactions: Transactions) {}

  /** A record nobody can forge, and nobody can take away unseen: `audit` finds that. */
  async isOver(name: string): Promise<boolean> {
    const rows: unknown[] = await this.transactions.manager.query(
      'SELECT 1 FROM audit_row WHERE action = ? AND object = ? LIMIT 1',
      [ROWS_SIGNED, objectOf(name)],
    );
    return rows.length > 0;
  }

  /**
   * The same for who serves, and met a row without a signature: a no is kept for ten seconds, a yes for as long as the
   * process runs, also when the record is taken away.
   */
  async isOverHere(name: string): Promise<boolean> {
    if (this.over.has(name)) return true;
    const askedMs = this.openAtMs.get(name);
    if (askedMs !== undefined && performance.now() - askedMs < TOLD_WITHIN_MS) return false;
    if (await this.isOver(name)) this.over.add(name);
    else this.openAtMs.set(name, performance.now());
    return this.over.has(name);
  }

  /** After the act, in the process that did it: at once. */
  askAgain(): void {
    this.openAtMs.clear();
  }
}

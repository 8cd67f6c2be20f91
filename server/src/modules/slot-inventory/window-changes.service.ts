import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { type ChangedWindow, WindowChanges, type WindowListener } from './window-changes.port';

@Injectable()
export class WindowChangesService extends WindowChanges {
  private readonly listeners: WindowListener[] = [];

  constructor(private readonly transactions: Transactions) {
    super();
  }

  subscribe(listener: WindowListener): void {
    this.listeners.push(listener);
  }

  changed(windows: readonly ChangedWindow[]): void {
    if (windows.length === 0) return;
    const told = windows.map(({ id, poolId, day, version }) => ({ id, poolId, day, version }));
    this.transactions.afterCommit(() => {
      for (const listener of this.listeners) listener(told);
    });
  }
}

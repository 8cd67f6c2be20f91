import { Injectable } from '@nestjs/common';
import type { Upstream } from '../config/bureau-address';

/** Says within this process that a bureau has something to be told, so that nobody waits for the next look. */
@Injectable()
export class OutboxSignal {
  private readonly listeners: ((bureau: Upstream) => void)[] = [];

  listen(listener: (bureau: Upstream) => void): void {
    this.listeners.push(listener);
  }

  ring(bureau: Upstream): void {
    for (const listener of this.listeners) listener(bureau);
  }
}

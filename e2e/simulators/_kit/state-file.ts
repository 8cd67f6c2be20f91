import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SETTLE_MS = 100;
/** Writing takes at most one part in so many of the time. */
const PAUSE_PER_WRITE = 10;

/** What one part of the simulators remembers over a restart. */
export interface Remembered {
  /** Everything, as JSON. */
  save(): unknown;
  load(saved: never): void;
}

/**
 * Keeps parts in one file per name under `folder`; without a folder everything is forgotten at the end. A change is
 * written within a tenth of a second, later when there is much to write, and what waits is written by `flush`.
 */
export class StateFolder {
  private readonly parts = new Map<string, Remembered>();
  private readonly changed = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private pauseMs = SETTLE_MS;

  constructor(private readonly folder: string | undefined) {
    if (folder) mkdirSync(folder, { recursive: true });
  }

  /** Loads what was kept under the name; a file that is no JSON ends the start. */
  keep(name: string, part: Remembered): void {
    this.parts.set(name, part);
    if (this.folder && existsSync(this.file(name)))
      part.load(JSON.parse(readFileSync(this.file(name), 'utf8')) as never);
  }

  touch(name: string): void {
    if (!this.folder) return;
    this.changed.add(name);
    this.timer ??= setTimeout(() => this.flush(), this.pauseMs);
  }

  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const begun = performance.now();
    for (const name of this.changed) {
      const file = this.file(name);
      writeFileSync(`${file}.new`, JSON.stringify(this.parts.get(name)?.save()), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    }
    this.changed.clear();
    this.pauseMs = Math.max(SETTLE_MS, (performance.now() - begun) * PAUSE_PER_WRITE);
  }

  private file(name: string): string {
    return path.join(this.folder ?? '', `${name}.json`);
  }
}

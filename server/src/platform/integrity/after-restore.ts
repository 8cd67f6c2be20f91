import { Injectable } from '@nestjs/common';

/** Returns what it did, as a line for the operator. */
type Act = () => Promise<string>;

/**
 * What has to happen once when a database was put back from a backup, before anybody is answered: what came to an end
 * since the backup must not come to life again. Each feature adds its own act, which ends sessions and begins nothing:
 * `--end-sessions` runs the same acts where nothing was put back. Done twice it does nothing more.
 */
@Injectable()
export class AfterRestore {
  private readonly acts: Act[] = [];

  add(act: Act): void {
    this.acts.push(act);
  }

  async run(): Promise<readonly string[]> {
    const lines: string[] = [];
    for (const act of this.acts) lines.push(await act());
    return lines;
  }
}

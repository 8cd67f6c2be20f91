import { Injectable, Logger } from '@nestjs/common';
import { traceOf } from '../http/problem.filter';

/** Reads its figures when `/metrics` is asked for; lines of the Prometheus text format, without personal data. */
export type GaugeReader = () => Promise<readonly string[]>;

/** What the parts of the platform want seen by those who run it. */
@Injectable()
export class Gauges {
  private readonly logger = new Logger('Gauges');
  private readonly readers: GaugeReader[] = [];

  add(reader: GaugeReader): void {
    this.readers.push(reader);
  }

  /** All lines; a reader that fails is left out, so that the others are still seen on a bad day. */
  async text(): Promise<string> {
    const all = await Promise.all(this.readers.map((reader) => this.linesOf(reader)));
    return all
      .flat()
      .map((line) => `${line}\n`)
      .join('');
  }

  private async linesOf(reader: GaugeReader): Promise<readonly string[]> {
    try {
      return await reader();
    } catch (error) {
      this.logger.warn(traceOf(error));
      return [];
    }
  }
}

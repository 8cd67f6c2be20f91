import { performance } from 'node:perf_hooks';
import { Injectable, Logger } from '@nestjs/common';
import { traceOf } from '../http/problem.filter';

/** Reads its figures when `/metrics` is asked for; lines of the Prometheus text format, without personal data. */
export type GaugeReader = () => Promise<readonly string[]>;

/** What the parts of the platform want seen by those who run it. */
@Injectable()
export class Gauges {
  private readonly logger = new Logger('Gauges');
  private readonly readers: GaugeReader[] = [];

  /** @param keptMs what was read is told again for so long: for figures the database has to look for. */
  add(reader: GaugeReader, keptMs = 0): void {
    this.readers.push(keptMs > 0 ? kept(reader, keptMs) : reader);
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

/** Whoever asks while it is read waits for the same reading; one that failed is read anew. */
function kept(reader: GaugeReader, keptMs: number): GaugeReader {
  let reading: { readonly lines: ReturnType<GaugeReader>; readonly untilMs: number } | undefined;
  return () => {
    if (reading && performance.now() < reading.untilMs) return reading.lines;
    const lines = reader();
    reading = { lines, untilMs: performance.now() + keptMs };
    lines.catch(() => {
      reading = undefined;
    });
    return lines;
  };
}

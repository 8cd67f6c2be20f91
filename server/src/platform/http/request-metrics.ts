import { Injectable } from '@nestjs/common';

interface Seen {
  count: number;
  totalMs: number;
}

/** Counts requests by method, route pattern and status: few series, and none that a caller could multiply. */
@Injectable()
export class RequestMetrics {
  private readonly seen = new Map<string, Seen>();

  /** @param times of requests that are counted together, all of which went as `line` says. */
  count(line: { method: string; route: string; status: number; durationMs: number }, times = 1): void {
    const key = `method="${line.method}",route="${line.route}",status="${line.status}"`;
    const entry = this.seen.get(key) ?? { count: 0, totalMs: 0 };
    entry.count += times;
    entry.totalMs += line.durationMs * times;
    this.seen.set(key, entry);
  }

  /** The counts and this process's memory and CPU, in the Prometheus text format. */
  text(): string {
    const cpu = process.cpuUsage();
    const lines = [
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
      '# TYPE process_cpu_seconds_total counter',
      `process_cpu_seconds_total ${(cpu.user + cpu.system) / 1e6}`,
      '# TYPE process_uptime_seconds gauge',
      `process_uptime_seconds ${process.uptime()}`,
      '# TYPE http_requests_total counter',
      ...[...this.seen].map(([labels, entry]) => `http_requests_total{${labels}} ${entry.count}`),
      '# TYPE http_request_duration_ms_sum counter',
      ...[...this.seen].map(([labels, entry]) => `http_request_duration_ms_sum{${labels}} ${entry.totalMs.toFixed(1)}`),
    ];
    return `${lines.join('\n')}\n`;
  }
}

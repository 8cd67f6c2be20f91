import { createServer, type Server } from 'node:http';
import type { Gauges } from '../metrics/gauges';
import type { RequestMetrics } from './request-metrics';

/** `/metrics` on a port of its own, for the people who run it; never reachable through the residents' port. */
export function internalServer(metrics: RequestMetrics, gauges: Gauges): Server {
  return createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    void gauges.text().then((text) => {
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
      response.end(`${metrics.text()}${text}`);
    });
  });
}

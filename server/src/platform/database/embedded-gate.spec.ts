import { problemOf, traceOf } from '../http/problem.filter';
import { EmbeddedGate, GateTimeoutError } from './embedded-gate';
import { isRetryable } from './retryable';

describe('the gate of the embedded database', () => {
  it('lets waiting holders in one by one in order of arrival', async () => {
    const gate = new EmbeddedGate();
    const order: string[] = [];
    const [first, second, third] = [{}, {}, {}];
    await gate.enter(first);
    const entered = [
      Promise.resolve(gate.enter(second)).then(() => order.push('second')),
      Promise.resolve(gate.enter(third)).then(() => order.push('third')),
    ];
    await Promise.resolve();
    expect(order).toEqual([]);
    gate.leave(first);
    await entered[0];
    expect(order).toEqual(['second']);
    gate.leave(second);
    await entered[1];
    expect(order).toEqual(['second', 'third']);
  });

  it('refuses at once who would wait for the transaction it is itself part of', async () => {
    const gate = new EmbeddedGate();
    await gate.enter({});
    const beside = gate.markInside(async () => gate.enter({}));
    await expect(beside).rejects.toThrow('beside the open transaction');
  });

  it('gives up when a holder stays too long, and the queue goes on without it', async () => {
    const gate = new EmbeddedGate(20);
    const [forgotten, later] = [{}, {}];
    await gate.enter(forgotten);
    await expect(gate.enter({})).rejects.toBeInstanceOf(GateTimeoutError);
    gate.leave(forgotten);
    expect(gate.enter(later)).toBeUndefined();
  });

  it('is not waited for again by who gave up, and the caller hears that the service is busy', () => {
    const error = new GateTimeoutError(10_000);
    expect(isRetryable(error)).toBe(false);
    expect(problemOf(error)).toMatchObject({ status: 503, code: 'server.unavailable' });
    expect(traceOf(error)).toMatchObject({ error: 'GateTimeoutError', code: 'GATE_TIMEOUT' });
  });

  it('is not opened by someone who is not in', async () => {
    const gate = new EmbeddedGate(20);
    await gate.enter({});
    gate.leave({});
    await expect(gate.enter({})).rejects.toThrow();
  });
});

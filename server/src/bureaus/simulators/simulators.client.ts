import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { problems } from '../../platform/http/problem';
import { type SimulatedPerson, Simulators } from './simulators.port';

const PATIENCE_MS = 2000;

@Injectable()
export class SimulatorsClient extends Simulators {
  constructor(private readonly config: Config) {
    super();
  }

  async people(): Promise<readonly SimulatedPerson[]> {
    try {
      const url = new URL('/__sim/people', this.config.simulatorsUrl);
      const reply = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
      const people = (await reply.json()) as readonly SimulatedPerson[];
      return people.map(({ name, scenario }) => ({ name, scenario }));
    } catch {
      throw problems.unavailable();
    }
  }
}

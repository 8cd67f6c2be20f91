/** One of the made-up people; `name` is what a login code `sim:<name>` says. */
export interface SimulatedPerson {
  readonly name: string;
  readonly scenario: string;
}

/** The simulators beside a development server. There are none in production. */
export abstract class Simulators {
  /** @throws Problem `server.unavailable` when they do not answer. */
  abstract people(): Promise<readonly SimulatedPerson[]>;
}

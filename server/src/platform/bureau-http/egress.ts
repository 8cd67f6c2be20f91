import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { addressIn, CallableAddresses } from '../config/callable-addresses';
import type { Config } from '../config/config';

/** Thrown before anything was connected to. Its code is what the journal says. */
export class AddressRefused extends Error {
  readonly code = 'ADDRESS_REFUSED';

  constructor() {
    super('leads to an address that may not be called');
    this.name = 'AddressRefused';
  }
}

/** Every address of a name. */
export type Resolve = (name: string) => Promise<readonly LookupAddress[]>;

/**
 * The way out to one upstream. A name is resolved once for each connection, every address of it is looked at, and the
 * connection goes to one of those that were: between the look and the connection its name server is not asked again, so
 * that a second answer of it (DNS rebinding) changes nothing.
 */
export class Egress {
  constructor(
    private readonly addresses: CallableAddresses,
    private readonly resolve: Resolve = resolveAll,
  ) {}

  /** @param networks the upstream's own, if its address was given with some. */
  static of({ environment }: Pick<Config, 'environment'>, networks?: readonly string[]): Egress {
    return new Egress(new CallableAddresses(environment === 'production', networks));
  }

  /** What a pool connects with. */
  connector(timeoutMs: number): buildConnector.connector {
    const connect = buildConnector({ timeout: timeoutMs, lookup: this.lookup });
    return (options, callback) => {
      // a number is looked up by nobody
      const address = addressIn(options.hostname);
      if (address !== undefined && !this.addresses.allow(address)) callback(new AddressRefused(), null);
      else connect(options, callback);
    };
  }

  /** As `net.connect` asks for it; one bad address among good ones is a name nobody should trust. */
  readonly lookup: LookupFunction = (name, { all, family }, callback) => {
    this.resolve(name).then(
      (found) => {
        const usable = found.every(({ address }) => this.addresses.allow(address));
        const one = found.find((each) => each.family === family) ?? found[0];
        if (!usable || one === undefined) callback(new AddressRefused(), '');
        else if (all) callback(null, [...found]);
        else callback(null, one.address, one.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}

function resolveAll(name: string): Promise<readonly LookupAddress[]> {
  return new Promise((resolve, reject) => {
    lookup(name, { all: true, verbatim: true }, (error, found) => (error === null ? resolve(found) : reject(error)));
  });
}

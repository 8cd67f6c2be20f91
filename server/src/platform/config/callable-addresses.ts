import { BlockList, isIP } from 'node:net';

/**
 * Nobody's service, whoever says so: where clouds keep their machines' secrets (link-local, and the two that are
 * elsewhere), this network, groups and what is reserved, and the ways to carry an IPv4 address inside another.
 */
const NEVER = networks([
  ...['169.254.0.0/16', 'fe80::/10', '100.100.100.200/32', 'fd00:ec2::254/128'],
  ...['0.0.0.0/8', '224.0.0.0/4', '240.0.0.0/4', '::/128', 'ff00::/8'],
  ...['64:ff9b::/96', '64:ff9b:1::/48', '2002::/16', '2001::/32', 'fec0::/10'],
]);

const LOOPBACK = networks(['127.0.0.0/8', '::1/128']);

/** Somebody's inside: the machine's own neighbours, a carrier's, a test bench's. */
const INNER = networks([
  ...['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'],
  ...['192.0.0.0/24', '192.0.2.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32'],
]);

/**
 * Where one upstream may be called (security.md T11). Without networks of its own: anywhere public, and outside
 * production on this machine too. With them: there and nowhere else, so that a bureau on the government's inner network
 * needs that network named.
 */
export class CallableAddresses {
  private readonly own: BlockList | undefined;

  constructor(
    private readonly production: boolean,
    own: readonly string[] = [],
  ) {
    this.own = own.length === 0 ? undefined : networks(own);
  }

  /** @param address as a number: `127.0.0.1`, `::1`. */
  allow(address: string): boolean {
    if (isIP(address) === 0 || hidesAnother(address) || has(NEVER, address)) return false;
    if (!this.production && has(LOOPBACK, address)) return true;
    if (this.own !== undefined) return has(this.own, address);
    return !has(LOOPBACK, address) && !has(INNER, address);
  }
}

/** Whether this can be named as an upstream's own network: `10.20.0.0/16`, but no half of the world and nothing of `NEVER`. */
export function canBeNamed(network: string): boolean {
  const [address = '', length = '', ...more] = network.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0 || !/^[1-9]\d{0,2}$/.test(length)) return false;
  const [atLeast, atMost] = family === 4 ? [8, 32] : [16, 128];
  const bits = Number(length);
  return bits >= atLeast && bits <= atMost && !hidesAnother(address) && !has(NEVER, address);
}

/** What a URL's host names without anybody being asked: an address, with or without brackets; none where it is a name. */
export function addressIn(hostname: string): string | undefined {
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? undefined : host;
}

function networks(texts: readonly string[]): BlockList {
  const list = new BlockList();
  for (const text of texts) {
    const [address = '', length] = text.split('/');
    list.addSubnet(address, Number(length), isIP(address) === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}

function has(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
}

/** `::ffff:127.0.0.1`, `::127.0.0.1`: no name of a service has such an address. One with a zone (`%`) is of one link alone. */
function hidesAnother(address: string): boolean {
  if (isIP(address) !== 6) return false;
  if (address.includes('%')) return true;
  return /^\[::(?:ffff:(?:0:)?)?[0-9a-f]{1,4}:[0-9a-f]{1,4}\]$/.test(new URL(`http://[${address}]`).hostname);
}

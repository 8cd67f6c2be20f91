/** How a list of nodes is written: `mysql://user:password@one:3306,two:3306,three:3306/database`. */
const PARTS = /^(mysql:\/\/(?:[^@/]*@)?)([^/?#@]+)(\/.+)$/;

/** One URL for each node that `DATABASE_URL` names, in its order; undefined when it is not written like that. */
export function databaseUrls(value: string): readonly string[] | undefined {
  const [, before = '', hosts = '', after = ''] = PARTS.exec(value) ?? [];
  const urls = hosts.split(',').map((host) => `${before}${host.trim()}${after}`);
  return urls.every(isNode) && new Set(urls).size === urls.length ? urls : undefined;
}

/** The same address, with this password. */
export function withPassword(value: string, password: string): string {
  return value.replace(
    /^(mysql:\/\/[^:@/]+)(?::[^@/]*)?@/,
    (_all, before) => `${before}:${encodeURIComponent(password)}@`,
  );
}

function isNode(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  return protocol === 'mysql:' && hostname !== '' && pathname.length > 1;
}

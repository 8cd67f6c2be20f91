/** Where each API of the network may go. An address without a scheme stands for https, the only one WeChat lists. */
export interface DomainLists {
  readonly request: readonly string[];
  readonly uploadFile: readonly string[];
  readonly downloadFile: readonly string[];
}

/** The same addresses for all three. Throws on an address with a path, which WeChat's console does not take either. */
export function everyApi(domains: readonly string[]): DomainLists {
  return listsOf({ request: domains, uploadFile: domains, downloadFile: domains });
}

/** Reads what a test sends: one list for all, or one for each API. Throws on anything else. */
export function readDomains(given: unknown): DomainLists {
  if (Array.isArray(given)) return everyApi(given);
  if (typeof given !== 'object' || given === null) throw new Error('domains must be a list, or a list for each API');
  return listsOf(given);
}

function listsOf({ request = [], uploadFile = [], downloadFile = [] }: Partial<DomainLists>): DomainLists {
  return {
    request: request.map(addressOf),
    uploadFile: uploadFile.map(addressOf),
    downloadFile: downloadFile.map(addressOf),
  };
}

/** Whether the API may ask this URL. */
export function isListed(lists: DomainLists, api: keyof DomainLists, url: URL): boolean {
  return lists[api].includes(url.origin);
}

function addressOf(given: unknown): string {
  const text = String(given);
  const url = new URL(text.includes('://') ? text : `https://${text}`);
  if (url.pathname !== '/' || url.search !== '') throw new Error(`a domain has no path: ${text}`);
  return url.origin;
}

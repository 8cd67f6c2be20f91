import type { Page } from 'playwright-core';
import { readDomains } from '../browser/domain-list';
import type { RequestProxy } from '../browser/request-proxy';
import type { CompiledProject } from '../compile/bundle';
import type { Problem } from '../runtime/problem';
import { SDK_VERSION } from '../runtime/sdk-version';

export interface NodeMethodParts {
  readonly page: Page;
  readonly project: CompiledProject;
  readonly proxy: RequestProxy;
  readonly problems: Problem[];
  restart(entry: string | undefined): Promise<void>;
  renew(apiBase: string | undefined): Promise<void>;
  stop(): Promise<void>;
}

type NodeMethod = (params: Record<string, unknown>) => unknown;

/** Time for the reply to Tool.close to leave before the server goes. */
const CLOSE_DELAY_MS = 50;

/** Methods that Node answers itself: the tool, pictures, and what the host counted. */
export function nodeMethods(parts: NodeMethodParts): Readonly<Record<string, NodeMethod>> {
  const { page, project, proxy, problems } = parts;
  return {
    'Tool.getInfo': () => ({ SDKVersion: SDK_VERSION }),
    'Tool.close': () => {
      setTimeout(() => void parts.stop(), CLOSE_DELAY_MS);
    },
    'Tool.enableRemoteDebug': refuse('remote debugging'),
    'Tool.stopAudits': refuse('the audits panel'),
    'Tool.getTestAccounts': () => ({ accounts: [] }),
    'Tool.getTicket': () => ({ ticket: '' }),
    'Tool.setTicket': () => undefined,
    'Tool.refreshTicket': () => undefined,
    'App.exit': () => undefined,
    'App.captureScreenshot': async () => {
      const picture = await page.screenshot({ type: 'png' });
      return { data: picture.toString('base64') };
    },
    'Host.sizes': () => project.sizes,
    'Host.warnings': () => ({ warnings: project.warnings }),
    'Host.requests': () => ({ requests: proxy.requests }),
    'Host.resetRequests': () => {
      proxy.requests.length = 0;
    },
    'Host.setApiBase': ({ origin }) => {
      proxy.apiBase = String(origin);
    },
    /** One list for request, uploadFile and downloadFile, or one for each; null: the app may ask whatever it likes. */
    'Host.setDomains': ({ domains }) => {
      proxy.domains = domains === null ? undefined : readDomains(domains);
    },
    'Host.problems': () => ({ problems }),
    'Host.clearProblems': () => {
      problems.length = 0;
    },
    'Host.renew': ({ apiBase }) => parts.renew(typeof apiBase === 'string' ? apiBase : undefined),
    /** Another phone from now on: its width and height, in CSS pixels. */
    'Host.setScreen': ({ width, height }) => page.setViewportSize({ width: Number(width), height: Number(height) }),
    'Host.restart': ({ entry }) => parts.restart(typeof entry === 'string' ? entry : undefined),
  };
}

function refuse(what: string): NodeMethod {
  return () => {
    throw new Error(`${what} is not supported by the headless host`);
  };
}

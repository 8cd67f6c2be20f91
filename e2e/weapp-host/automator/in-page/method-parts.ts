import type { HostBundle } from '../../compile/bundle';
import type { Foreground } from '../../runtime/foreground';
import type { ModuleLoader } from '../../runtime/module-loader';
import type { Reports } from '../../runtime/reports';
import type { Router } from '../../runtime/router';
import type { ServiceConsole } from '../../runtime/service-console';
import type { ShellDialogs } from '../../runtime/shell-dialogs';
import type { HostWx } from '../../runtime/wx/create-wx';

/** What the automator's methods act on. */
export interface MethodParts {
  readonly bundle: HostBundle;
  readonly reports: Reports;
  readonly router: Router;
  readonly service: ServiceConsole;
  readonly wx: HostWx;
  readonly dialogs: ShellDialogs;
  readonly sandbox: Record<string, unknown>;
  readonly loader: ModuleLoader;
  readonly foreground: Foreground;
}

export type Params = Record<string, unknown>;

/** A function a test sent, compiled by Node; called with the names a module of the app has in scope. */
export type SentFunction = (...scope: unknown[]) => unknown;

export type AutomatorMethod = (params: Params, code?: SentFunction) => unknown;
export type AutomatorMethods = Record<string, AutomatorMethod>;

/** A parameter that must be a list; absent means empty. */
export function listParam(params: Params, name: string): unknown[] {
  const value = params[name];
  return Array.isArray(value) ? value : [];
}

export function textsParam(params: Params, name: string): string[] {
  return listParam(params, name).map(String);
}

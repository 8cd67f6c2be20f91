import type { HostBundle } from '../../compile/bundle';
import { isTapUnderWay } from '../events';
import type { Reports } from '../reports';
import type { Router } from '../router';
import type { Shell } from '../shell';
import type { ShellDialogs } from '../shell-dialogs';
import { Account } from './account';
import { Documents } from './documents';
import type { LaunchOptions } from './launch-options';
import { addNavigation } from './navigation';
import { Network } from './network';
import { NetworkTasks } from './network-tasks';
import { Photos } from './photos';
import { Privacy } from './privacy';
import { addRequest, type Line } from './request';
import { addStorage } from './storage';
import { addSystem, type SystemOverrides } from './system';
import { addUserInterface } from './user-interface';
import { WxRegistry } from './wx-registry';

export interface WxParts {
  readonly bundle: HostBundle;
  readonly reports: Reports;
  readonly router: Router;
  readonly shell: Shell;
  readonly dialogs: ShellDialogs;
  readonly launch: LaunchOptions;
  readonly onError: (thrown: unknown) => void;
}

/** `wx` with the switches a test may turn. */
export class HostWx extends WxRegistry {
  readonly network = new Network();
  readonly tasks = new NetworkTasks((id) => void window.__hostDrop(id));
  readonly account = new Account(window.__settings.loginCode);
  readonly privacy = new Privacy();
  readonly photos = new Photos();
  system: SystemOverrides = {};
}

/** Puts the areas of `wx` together; whatever is left of the public list fails loudly. */
export function createWx(parts: WxParts): HostWx {
  const wx = new HostWx(parts.reports);
  addStorage(wx);
  addNavigation(wx, parts.router, parts.reports);
  addUserInterface(wx, parts);
  addSystem(wx, parts.reports, parts.launch, () => wx.system);
  wx.privacy.addTo(wx, parts.reports);
  wx.account.addTo(wx, parts.reports, isTapUnderWay);
  wx.network.addTo(wx);
  const { network, tasks } = wx;
  const line: Line = { network, tasks, timeouts: parts.bundle.app.networkTimeout ?? {}, onError: parts.onError };
  addRequest(wx, line);
  new Documents().addTo(wx, line, parts.reports);
  wx.photos.addTo(wx, line);
  wx.addMissing(parts.bundle.apis);
  return wx;
}

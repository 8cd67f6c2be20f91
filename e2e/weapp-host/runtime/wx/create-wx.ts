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
import { Photos } from './photos';
import { Privacy } from './privacy';
import { addRequest } from './request';
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
  readonly account = new Account();
  readonly privacy = new Privacy();
  readonly photos = new Photos();
  system: SystemOverrides = {};
}

/** Puts the areas of `wx` together; whatever is left of the public list fails loudly. */
export function createWx(parts: WxParts): HostWx {
  const wx = new HostWx(parts.reports);
  addStorage(wx);
  addNavigation(wx, parts.router);
  addUserInterface(wx, parts);
  addSystem(wx, parts.launch, () => wx.system);
  wx.privacy.addTo(wx, parts.reports);
  wx.account.addTo(wx, parts.reports, isTapUnderWay);
  wx.network.addTo(wx);
  addRequest(wx, wx.network, parts.onError);
  new Documents().addTo(wx, wx.network, parts.reports, parts.onError);
  wx.photos.addTo(wx, wx.network, parts.onError, (api) => wx.privacy.pass(api));
  wx.addMissing(parts.bundle.apiNames);
  return wx;
}

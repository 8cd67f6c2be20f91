import { safeCallback } from 'glass-easel';
import type { AppInstance } from './app-instance';
import type { Router } from './router';
import type { ServiceTimers } from './service-timers';
import type { LaunchOptions } from './wx/launch-options';
import type { NetworkTasks } from './wx/network-tasks';
import type { WxRegistry } from './wx/wx-registry';

/** How long WeChat lets an app in the background go on. */
const GRACE_MS = 5000;

export interface ForegroundParts {
  readonly app: () => AppInstance | undefined;
  readonly router: () => Router;
  readonly launch: LaunchOptions;
  readonly tasks: NetworkTasks;
  readonly timers: ServiceTimers;
}

type Listener = (options: object) => void;

/**
 * Whether the app is what the person looks at. In the background it goes on for five seconds; then what is on its way
 * through the network is cut, and its timers keep still until it comes back.
 */
export class Foreground {
  private inFront = true;
  private grace = 0;
  private readonly listeners = { AppShow: new Set<Listener>(), AppHide: new Set<Listener>() };

  constructor(private readonly parts: ForegroundParts) {}

  get isInFront(): boolean {
    return this.inFront;
  }

  /** Leaves the app or comes back to it; nothing happens when it is so already. */
  set(inFront: boolean, graceMs = GRACE_MS): void {
    if (inFront === this.inFront) return;
    this.inFront = inFront;
    if (inFront) this.comeBack();
    else this.leave(graceMs);
  }

  addTo(wx: WxRegistry): void {
    const { AppShow, AppHide } = this.listeners;
    wx.sync('onAppShow', (listener) => void AppShow.add(listener as Listener));
    wx.sync('onAppHide', (listener) => void AppHide.add(listener as Listener));
    wx.sync('offAppShow', (listener) => forget(AppShow, listener as Listener | undefined));
    wx.sync('offAppHide', (listener) => forget(AppHide, listener as Listener | undefined));
  }

  private leave(graceMs: number): void {
    const { app, router, tasks, timers } = this.parts;
    router().top.call('onHide');
    this.tell('AppHide', app()?.onHide, {});
    this.grace = window.setTimeout(() => {
      tasks.interrupt();
      timers.suspend();
    }, graceMs);
  }

  private comeBack(): void {
    const { app, router, launch, tasks, timers } = this.parts;
    window.clearTimeout(this.grace);
    tasks.resume();
    timers.resume();
    launch.comeBackTo(router().top);
    this.tell('AppShow', app()?.onShow, launch.entered);
    router().top.call('onShow');
  }

  private tell(name: 'AppShow' | 'AppHide', method: unknown, options: object): void {
    safeCallback(name, method, this.parts.app(), [options]);
    for (const listener of this.listeners[name]) safeCallback(name, listener, undefined, [options]);
  }
}

/** Without a listener all of them go. */
function forget(listeners: Set<Listener>, listener: Listener | undefined): void {
  if (listener === undefined) listeners.clear();
  else listeners.delete(listener);
}
